import { deskErrors } from '../../endpoints/desk-answer.ts';
import { texts } from './texts.tsx';

/** The outcome of an upload: the id of the import that has the file, or an error message for the editor. */
export type UploadOutcome =
  | { readonly ok: true; readonly import: string }
  | { readonly ok: false; readonly message: string };

/**
 * Uploads a file to the desk and reports the share that is sent. Adds the file to the import `into`, or to a new import
 * if `into` is `undefined`. Uses `XMLHttpRequest` because `fetch` does not report upload progress.
 */
export function uploadFile(
  file: File,
  { into, onSent, signal }: { into?: string | undefined; onSent: (share: number) => void; signal: AbortSignal },
): Promise<UploadOutcome> {
  const query = new URLSearchParams({ name: file.name, ...(into ? { import: into } : {}) });
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 1));
    request.addEventListener('load', () => resolve(readAnswer(request)));
    request.addEventListener('error', () => resolve({ ok: false, message: texts.upload.unreachable }));
    request.addEventListener('abort', () => resolve({ ok: false, message: texts.upload.stopped }));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/desk/imports/files?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): UploadOutcome {
  const isJson = responseText.startsWith('{');
  const answer = isJson ? (JSON.parse(responseText) as { import?: string; message?: string }) : {};
  if (status === 201 && answer.import) return { ok: true, import: answer.import };
  if (status === 401) return { ok: false, message: deskErrors.signedOut.message };
  return { ok: false, message: answer.message ?? texts.upload.unexpectedStatus(status) };
}
