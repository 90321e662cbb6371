import type { Metadata } from 'next';
import { SignInForm } from '../../../features/session/sign-in-form.tsx';
import { SignedOutPage } from '../../../features/session/signed-out-page.tsx';

export const metadata: Metadata = { title: 'Sign in' };

/** The sign-in page of the desk. */
export default function SignInPage() {
  return (
    <SignedOutPage
      title="Sign in to the desk"
      lead="For editors of the register."
      foot="You need an account to sign in. Ask an admin of the desk for one."
    >
      <SignInForm />
    </SignedOutPage>
  );
}
