import type { Metadata } from 'next';
import { AccountScreen } from '../../../features/session/account-screen.tsx';
import { texts } from '../../../features/session/texts.ts';

export const metadata: Metadata = { title: texts.account.heading };

/** The account of the signed-in person. */
export default function AccountPage() {
  return <AccountScreen />;
}
