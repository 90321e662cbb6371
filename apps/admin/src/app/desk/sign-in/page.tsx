import type { Metadata } from 'next';
import { SignInForm } from '../../../features/session/sign-in-form.tsx';
import { SignedOutPage } from '../../../features/session/signed-out-page.tsx';

export const metadata: Metadata = { title: 'Sign in' };

/** The door of the desk. */
export default function SignInPage() {
  return (
    <SignedOutPage
      title="The desk"
      lead="For editors of the register."
      foot="Nobody signs up here: an admin of the desk gives you an account."
    >
      <SignInForm />
    </SignedOutPage>
  );
}
