import type { View } from '../addresses/view.ts';
import type { TypedDocumentString } from '../generated/register/graphql.ts';
import { apiUrl } from './api-url.ts';
import { documentAtRevision } from './document-at-revision.ts';
import { documentOnDay } from './document-on-day.ts';

/** Which revision answered. */
export interface RevisionLabel {
  readonly number: number;
  readonly at?: string;
}

/** A question that the register cannot answer as it is asked, in words for the reader. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type Answer<Data> =
  | { readonly ok: true; readonly data: Data; readonly revision: RevisionLabel }
  | { readonly ok: false; readonly refusal: Refusal };

/** The register did not answer, or not in a way that can be shown. `digest` reaches the error page, the message does not. */
export class RegisterError extends Error {
  readonly digest: string;

  constructor(message: string, digest: string) {
    super(message);
    this.digest = digest;
  }
}

interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly errorId?: string };
  }[];
  readonly extensions?: { readonly revision?: RevisionLabel };
}

/**
 * Asks the public endpoint, for pages that the server renders. Where the view is of the past, it asks the register as it
 * stood then; where the view has a day, the readings are those of that day.
 * @throws RegisterError when nobody answers, or the answer is a fault of ours.
 */
export async function queryRegister<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { at, on }: View,
): Promise<Answer<Data>> {
  const daily = on === undefined ? document.toString() : documentOnDay(document.toString());
  const answer = await post({
    query: at === undefined ? daily : documentAtRevision(daily),
    variables: {
      ...variables,
      ...(at === undefined ? {} : { atRevision: at }),
      ...(on === undefined ? {} : { dayOfView: on }),
    },
  });
  const [error] = answer.errors ?? [];
  if (error) return refusedOrThrown(error);
  const { revision } = answer.extensions ?? {};
  if (!answer.data || !revision) throw new RegisterError('an answer without data', 'BROKEN');
  if (at === undefined) return { ok: true, data: answer.data as Data, revision };
  const { past } = answer.data;
  if (past !== null) return { ok: true, data: past as Data, revision };
  return {
    ok: false,
    refusal: { code: 'NO_SUCH_REVISION', message: `There is no revision ${at}: the latest is ${revision.number}.` },
  };
}

async function post(body: unknown): Promise<GraphqlAnswer> {
  try {
    const response = await fetch(apiUrl('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(12_000),
    });
    return (await response.json()) as GraphqlAnswer;
  } catch (error) {
    console.error('the API did not answer', error);
    throw new RegisterError('the API did not answer', 'UNREACHABLE');
  }
}

/** Faults of the question are shown to whoever asked; those of the server go to its error page. */
function refusedOrThrown({ message, extensions }: NonNullable<GraphqlAnswer['errors']>[number]): {
  ok: false;
  refusal: Refusal;
} {
  const code = extensions?.code ?? 'INTERNAL';
  if (code === 'INTERNAL' || code === 'RETRYABLE' || code === 'TIMEOUT') {
    throw new RegisterError(message, `${code}${extensions?.errorId ? `:${extensions.errorId}` : ''}`);
  }
  return { ok: false, refusal: { code, message } };
}
