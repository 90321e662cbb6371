import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../addresses/view.ts';
import { setStatus } from '../../edge/set-status.ts';
import { SetUpForm } from '../../features/session/set-up-form.tsx';
import { SignedOutPage } from '../../features/session/signed-out-page.tsx';
import { texts } from '../../features/session/texts.ts';

export const metadata: Metadata = { title: texts.setUp.pageTitle, referrer: 'no-referrer' };

/**
 * The page of the set-up link that the first start prints. Its form creates the first administrator, and works only
 * once.
 */
export default async function SetUpPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const token = firstValue((await searchParams).token);
  if (!token) await setStatus(400);
  return (
    <SignedOutPage title={texts.setUp.heading} lead={texts.setUp.lead}>
      {token ? <SetUpForm token={token} /> : <p>{texts.setUp.incompleteLink}</p>}
    </SignedOutPage>
  );
}
