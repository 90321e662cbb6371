import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../addresses/view.ts';
import { SetUpForm } from '../../features/session/set-up-form.tsx';
import { SignedOutPage } from '../../features/session/signed-out-page.tsx';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

/** Where the link of the first start leads: it makes the first admin, once. */
export default async function SetUpPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const token = first((await searchParams).token);
  return (
    <SignedOutPage
      title="The first admin"
      lead="Whoever holds this link sees to the desk: its people and its settings."
    >
      {token ? (
        <SetUpForm token={token} />
      ) : (
        <p>The link is cut short. Copy the whole of it from where Chancery was started.</p>
      )}
    </SignedOutPage>
  );
}
