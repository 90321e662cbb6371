import { headers } from 'next/headers';
import type { TypedDocumentString } from '../generated/desk/graphql.ts';
import { apiUrl } from './api-url.ts';
import { type DeskAnswer, deskErrors, readDeskAnswer } from './desk-answer.ts';

/**
 * Sends an operation to the desk endpoint while a page is rendered, with the cookie of the page's request. Returns
 * errors as data, and logs an endpoint that does not answer.
 */
export async function callDeskOnServer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<DeskAnswer<Data>> {
  const cookie = (await headers()).get('cookie');
  if (!cookie) return { ok: false, error: deskErrors.signedOut };
  try {
    const response = await fetch(apiUrl('/desk/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', cookie },
      body: JSON.stringify({ query: document.toString(), variables }),
      cache: 'no-store',
      signal: AbortSignal.timeout(12_000),
    });
    return await readDeskAnswer<Data>(response);
  } catch (error) {
    console.error(`The desk endpoint at ${apiUrl('/').origin} gave no valid answer`, error);
    return { ok: false, error: deskErrors.unreachable };
  }
}
