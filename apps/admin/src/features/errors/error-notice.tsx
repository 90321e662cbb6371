'use client';

import { texts as uiTexts } from '../../ui/texts.ts';
import { texts } from './texts.tsx';

interface ErrorNoticeProps {
  readonly digest: string | undefined;
  readonly retry: () => void;
}

/**
 * The page shown instead of one that failed, with a button to try again and, if there is one, a reference for the
 * operator.
 */
export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  const isUnreachable = digest === 'UNREACHABLE' || digest?.startsWith('RETRYABLE') || digest?.startsWith('TIMEOUT');
  return (
    <main className="error-page" id="content">
      <p className="name">
        <a href="/">{uiTexts.site}</a>
      </p>
      <h1>{isUnreachable ? texts.unreachable.heading : texts.failed.heading}</h1>
      <p>{isUnreachable ? texts.unreachable.body : digest ? texts.failed.logged : texts.failed.unlogged}</p>
      <p>
        <button type="button" className="button" onClick={() => (isUnreachable ? location.reload() : retry())}>
          {texts.retry}
        </button>
      </p>
      {digest ? <p className="digest">{texts.reference(digest)}</p> : null}
    </main>
  );
}
