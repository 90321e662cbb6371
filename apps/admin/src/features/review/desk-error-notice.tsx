import type { DeskError } from '../../endpoints/desk-answer.ts';
import { Notice } from '../../ui/notice.tsx';
import { texts } from './texts.tsx';

/** A notice of a failed request: its message, a sign-in link if the session has ended, and the id in the server log. */
export function DeskErrorNotice({ error }: { readonly error: DeskError }) {
  return (
    <Notice tone="warning" title={error.code === 'FORBIDDEN' ? texts.error.forbidden : texts.error.failed}>
      <p>{error.message}</p>
      {error.code === 'SIGNED_OUT' ? (
        <p>
          <a href="/desk/sign-in">{texts.error.signIn}</a>
        </p>
      ) : null}
      {error.errorId ? <p>{texts.error.reference(error.errorId)}</p> : null}
    </Notice>
  );
}
