import type { Metadata } from 'next';
import { SignInForm } from '../../../features/session/sign-in-form.tsx';
import { SignedOutPage } from '../../../features/session/signed-out-page.tsx';
import { texts } from '../../../features/session/texts.ts';

export const metadata: Metadata = { title: texts.signIn.pageTitle };

/** The sign-in page of the desk. */
export default function SignInPage() {
  return (
    <SignedOutPage title={texts.signIn.heading} lead={texts.signIn.lead} foot={texts.signIn.foot}>
      <SignInForm />
    </SignedOutPage>
  );
}
