'use client';

import styles from './error-notice.module.css';

interface ErrorNoticeProps {
  readonly digest: string | undefined;
  readonly retry: () => void;
}

/** Says that a page could not be made, whether it is worth trying again, and what to tell whoever keeps the register. */
export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  const isAway = digest === 'UNREACHABLE' || digest?.startsWith('RETRYABLE') || digest?.startsWith('TIMEOUT');
  return (
    <main className={styles.page} id="content">
      <p className={styles.name}>
        <a href="/">Chancery</a>
      </p>
      <h1>{isAway ? 'The register cannot be reached at the moment' : 'This page could not be made'}</h1>
      <p>
        {isAway
          ? 'It may be starting. Nothing is lost; try again in a few seconds.'
          : 'The fault is ours and has been noted. The rest of the register is not affected.'}
      </p>
      <p>
        <button type="button" className={styles.button} onClick={() => (isAway ? location.reload() : retry())}>
          Try again
        </button>
      </p>
      {digest ? <p className={styles.digest}>Reference: {digest}</p> : null}
    </main>
  );
}
