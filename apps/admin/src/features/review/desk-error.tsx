import type { DeskError } from '../../doors/desk-answer.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says why the desk could not show or do something, and under which number the server has noted it. */
export function DeskErrorNotice({ fault }: { readonly fault: DeskError }) {
  return (
    <Notice
      tone="warning"
      title={fault.code === 'FORBIDDEN' ? 'This is not yours to do' : 'The desk could not do this'}
    >
      <p>{fault.message}</p>
      {fault.code === 'SIGNED_OUT' ? (
        <p>
          <a href="/desk/sign-in">Sign in</a>
        </p>
      ) : null}
      {fault.errorId ? <p>The server has noted it as {fault.errorId}.</p> : null}
    </Notice>
  );
}
