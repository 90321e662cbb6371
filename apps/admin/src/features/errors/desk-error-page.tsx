import { setStatus } from '../../edge/set-status.ts';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import { DeskErrorNotice } from '../review/desk-error-notice.tsx';

/** The page shown instead of one whose request failed; with status 400 if the desk rejected what the address asks for. */
export async function DeskErrorPage({ error }: { readonly error: DeskError }) {
  if (error.code === 'REFUSED') await setStatus(400);
  return <DeskErrorNotice error={error} />;
}
