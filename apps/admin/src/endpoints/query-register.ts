import { headers } from 'next/headers';
import type { View } from '../addresses/view.ts';
import type { TypedDocumentString } from '../generated/register/graphql.ts';
import { apiUrl } from './api-url.ts';
import { clientHeaders } from './client-headers.ts';
import { documentAtRevision } from './document-at-revision.ts';
import { documentOnDay } from './document-on-day.ts';

/** The number and moment of the revision from which an answer comes. */
export interface RevisionLabel {
  readonly number: number;
  /** The moment of the revision. */
  readonly at: string;
}

/** Why the API rejected a request: the code of the error, a message for the reader, and the HTTP status. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/**
 * The answer to a query, or the reason why the API rejected it. The functions that return one throw `RegisterError` if
 * the API is unreachable or fails.
 */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data; readonly revision: RevisionLabel }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Thrown if the API is unreachable, fails, or answers without the expected data. Next passes `digest` to the error
 * page, but not the message.
 */
export class RegisterError extends Error {
  readonly digest: string;

  constructor(message: string, digest: string) {
    super(message);
    this.digest = digest;
  }
}

interface GraphqlAnswer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly errorId?: string };
  }[];
  /** The API leaves out the moment if the answer depends on past revisions only. */
  readonly extensions?: { readonly revision?: { readonly number: number; readonly at?: string } };
}

/**
 * Queries the public endpoint for a page that the server renders. If the view has a revision, queries the register at
 * that revision; if it has a day, spells are read on that day. The API refuses a revision that does not exist with
 * the code NO_SUCH_REVISION.
 * @throws RegisterError if the API is unreachable, fails, or answers without the expected data.
 */
export async function queryRegister<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { at, on }: View,
): Promise<Answer<Data>> {
  const text = on === undefined ? document.toString() : documentOnDay(document.toString());
  const answer = await post({
    query: at === undefined ? text : documentAtRevision(text),
    variables: {
      ...variables,
      ...(at === undefined ? {} : { atRevision: at }),
      ...(on === undefined ? {} : { dayOfView: on }),
    },
  });
  const [error] = answer.errors ?? [];
  if (error) return refusalOf(error, answer.status);
  const { revision } = answer.extensions ?? {};
  if (!answer.data || !revision) throw new RegisterError('The API answered without data or revision.', 'BROKEN');
  const { number } = revision;
  if (at === undefined) {
    if (revision.at === undefined)
      throw new RegisterError('The API answered without the moment of the revision.', 'BROKEN');
    return { ok: true, data: answer.data as Data, revision: { number, at: revision.at } };
  }
  const past = answer.data.past as (Data & { readonly revisionOfView: { readonly at: string } }) | null;
  if (past === null) throw new RegisterError(`The API answered without revision ${at}.`, 'BROKEN');
  return { ok: true, data: past, revision: { number, at: past.revisionOfView.at } };
}

async function post(body: unknown): Promise<GraphqlAnswer> {
  // Outside the try block: what it throws while Next decides how to render the page is not an error of the API.
  const client = clientHeaders(await headers());
  try {
    const response = await fetch(apiUrl('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...client },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(12_000),
    });
    return { ...((await response.json()) as Omit<GraphqlAnswer, 'status'>), status: response.status };
  } catch (error) {
    const message = `The API at ${apiUrl('/').origin} gave no valid answer. Check that it is running and that CHANCERY_API_URL is its address.`;
    console.error(message, error);
    throw new RegisterError(message, 'UNREACHABLE');
  }
}

/**
 * Returns the refusal for an error that the request caused. The page shows its message to the reader.
 * @throws RegisterError for an error of the server, which the error page reports.
 */
function refusalOf(
  { message, extensions }: NonNullable<GraphqlAnswer['errors']>[number],
  status: number,
): { ok: false; refusal: Refusal } {
  const code = extensions?.code ?? 'INTERNAL';
  if (code === 'INTERNAL' || code === 'RETRYABLE' || code === 'TIMEOUT') {
    throw new RegisterError(message, `${code}${extensions?.errorId ? `:${extensions.errorId}` : ''}`);
  }
  // An error in a part of an answer leaves the status at 200.
  return { ok: false, refusal: { code, message, status: status < 400 ? 400 : status } };
}
