'use client';

import styles from './error-notice.module.css';

interface ErrorNoticeProps {
  readonly digest: string | undefined;
  readonly retry: () => void;
}

/** The page that replaces one that failed: what went wrong, a button to try again, and a reference for the operator. */
export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  const isUnreachable = digest === 'UNREACHABLE' || digest?.startsWith('RETRYABLE') || digest?.startsWith('TIMEOUT');
  return (
    <main className={styles.page} id="content">
      <p className={styles.name}>
        <a href="/">Chancery</a>
      </p>
      <h1>{isUnreachable ? 'The register is not responding' : 'Sorry, something went wrong'}</h1>
      <p>
        {isUnreachable
          ? 'It may be starting up. Try again in a few seconds.'
          : 'This page could not be shown. The error has been logged. Other pages may still work.'}
      </p>
      <p>
        <button type="button" className={styles.button} onClick={() => (isUnreachable ? location.reload() : retry())}>
          Try again
        </button>
      </p>
      {digest ? <p className={styles.digest}>Reference: {digest}</p> : null}
    </main>
  );
}
