import type { ReactNode } from 'react';
import { texts } from '../../ui/texts.ts';
import styles from './signed-out.module.css';

interface SignedOutPageProps {
  readonly title: string;
  readonly lead: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page for people who are not signed in: a card with a heading, an introduction and a form. */
export function SignedOutPage({ title, lead, foot, children }: SignedOutPageProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <a href="/" className={styles.name} data-hard="">
          {texts.site}
        </a>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
        {foot ? <p className={styles.foot}>{foot}</p> : null}
      </div>
    </main>
  );
}

/** The error message of a form, if there is one. Screen readers announce it at once. */
export function FormErrorMessage({ message }: { readonly message: string | undefined }) {
  return <div role="alert">{message ? <p className={styles.error}>{message}</p> : null}</div>;
}
