import { headers } from 'next/headers';
import type { TypedDocumentString } from '../generated/desk/graphql.ts';
import { apiUrl } from './api-url.ts';
import { clientHeaders } from './client-headers.ts';
import { type DeskAnswer, deskErrors, readDeskAnswer } from './desk-answer.ts';

/**
 * Sends an operation to the desk endpoint while a page is rendered, with the cookie of the page's request. Returns
 * errors as data, like {@link readDeskAnswer}. Without a cookie, returns `SIGNED_OUT` and sends no request. If the
 * request fails, takes more than 12 seconds or returns invalid JSON, logs this and returns `UNREACHABLE`.
 */
export async function callDeskOnServer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<DeskAnswer<Data>> {
  const incoming = await headers();
  const cookie = incoming.get('cookie');
  if (!cookie) return { ok: false, error: deskErrors.signedOut };
  try {
    const response = await fetch(apiUrl('/desk/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie, ...clientHeaders(incoming) },
      body: JSON.stringify({ query: document.toString(), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(12_000),
    });
    return await readDeskAnswer<Data>(response);
  } catch (error) {
    console.error(
      `The desk endpoint at ${apiUrl('/').origin} gave no valid answer. Check that the API is running and that CHANCERY_API_URL is its address.`,
      error,
    );
    return { ok: false, error: deskErrors.unreachable };
  }
}
