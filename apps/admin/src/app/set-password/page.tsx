import type { Metadata } from 'next';
import { SetPasswordForm } from '../../features/session/set-password-form.tsx';
import { SignedOutPage } from '../../features/session/signed-out-page.tsx';
import { texts } from '../../features/session/texts.ts';

export const metadata: Metadata = {
  title: texts.setPassword.pageTitle,
  referrer: 'no-referrer',
  robots: { index: false },
};

/** The page of invitations and reset links, on which a person sets their password. The link works once. */
export default function SetPasswordPage() {
  return (
    <SignedOutPage title={texts.setPassword.heading} lead={texts.setPassword.lead}>
      <SetPasswordForm />
    </SignedOutPage>
  );
}
