import type { Metadata } from 'next';
import { EntryPage } from '../../../features/session/entry-page.tsx';
import { SignInForm } from '../../../features/session/sign-in-form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

/** The door of the desk. */
export default function SignInPage() {
  return (
    <EntryPage
      title="The desk"
      lead="For editors of the register."
      foot="Nobody signs up here: an admin of the desk gives you an account."
    >
      <SignInForm />
    </EntryPage>
  );
}
