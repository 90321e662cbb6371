import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../addresses/view.ts';
import { SetUpForm } from '../../features/session/set-up-form.tsx';
import { SignedOutPage } from '../../features/session/signed-out-page.tsx';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

/** The page of the set-up link that the first start prints. The link creates the first administrator, once. */
export default async function SetUpPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const token = first((await searchParams).token);
  return (
    <SignedOutPage
      title="Create the first administrator"
      lead="Anyone with this link can create the first administrator, who manages the people and settings of the desk."
    >
      {token ? (
        <SetUpForm token={token} />
      ) : (
        <p>The link is incomplete. Copy the whole link from the output of the Chancery server.</p>
      )}
    </SignedOutPage>
  );
}
