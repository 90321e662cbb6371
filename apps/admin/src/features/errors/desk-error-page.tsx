import { setStatus } from '../../edge/set-status.ts';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import { DeskErrorNotice } from '../review/desk-error-notice.tsx';
import { texts } from './texts.tsx';

interface DeskErrorPageProps {
  readonly error: DeskError;
  /** The path of the page without search parameters, if it has any. */
  readonly path?: string;
}

/**
 * The page shown instead of one whose request failed. If the desk rejected what the address asks for, its status is 400, and
 * it links to the page without search parameters.
 */
export async function DeskErrorPage({ error, path }: DeskErrorPageProps) {
  if (error.code !== 'REFUSED') return <DeskErrorNotice error={error} />;
  await setStatus(400);
  return (
    <>
      <DeskErrorNotice error={error} />
      {path ? (
        <p>
          <a href={path}>{texts.refusal.showDefault}</a>
        </p>
      ) : null}
    </>
  );
}
