'use client';

import { Section } from '../../ui/section.tsx';
import { SecondFactorSection } from '../second-factor/second-factor-section.tsx';
import { ShortcutsSection } from '../shortcuts/shortcuts-section.tsx';
import styles from './account.module.css';
import { ChangePasswordForm } from './change-password-form.tsx';
import { useSession } from './session-provider.tsx';
import { texts } from './texts.ts';

/** The page on which the signed-in person changes their password, their second factor and their shortcuts. */
export function AccountScreen() {
  const { me } = useSession();
  return (
    <div className={styles.screen}>
      <header>
        <h1>{texts.account.heading}</h1>
        <p>{texts.account.lead(me.email)}</p>
      </header>
      <Section id="password" title={texts.account.passwordHeading}>
        <ChangePasswordForm />
      </Section>
      <SecondFactorSection />
      <ShortcutsSection />
    </div>
  );
}
