import type { TypedDocumentString } from '../generated/desk/graphql.ts';
import { type DeskAnswer, deskErrors, readDeskAnswer } from './desk-answer.ts';

/**
 * Sends an operation to the desk endpoint from the browser, as the signed-in user. Returns errors as data, and throws
 * only if `signal` is aborted. Without `signal`, gives up after 30 seconds. Mutations can be retried safely because the
 * client creates all ids.
 */
export async function callDesk<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { signal }: { signal?: AbortSignal } = {},
): Promise<DeskAnswer<Data>> {
  try {
    const response = await fetch('/desk/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: document.toString(), variables }),
      cache: 'no-store',
      signal: signal ?? AbortSignal.timeout(30_000),
    });
    return await readDeskAnswer<Data>(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, error: navigator.onLine ? deskErrors.unreachable : deskErrors.offline };
  }
}
