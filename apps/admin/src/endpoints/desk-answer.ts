import { texts } from './texts.ts';

/** Why a desk request failed. `OFFLINE` and `UNREACHABLE` can be retried; the others need a person to act. */
export type DeskErrorCode = 'OFFLINE' | 'UNREACHABLE' | 'SIGNED_OUT' | 'FORBIDDEN' | 'REFUSED' | 'BROKEN';

/** A failed desk request, with a message for the editor. */
export interface DeskError {
  readonly code: DeskErrorCode;
  readonly message: string;
  /** The id under which the server has logged the error. */
  readonly errorId?: string;
}

/**
 * The data in an answer of the desk endpoint, or why the request failed. Outcomes of mutations, including expected
 * failures, are part of `data`.
 */
export type DeskAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: DeskError };

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly errorId?: string };
  }[];
}

const retryableCodes = new Set(['RETRYABLE', 'TIMEOUT', 'TOO_MANY_ATTEMPTS', 'RATE_LIMITED']);

/** The errors that have the same text on all screens, whatever the endpoint says. */
export const deskErrors = {
  offline: {
    code: 'OFFLINE',
    message: texts.desk.offline,
  },
  unreachable: { code: 'UNREACHABLE', message: texts.desk.unreachable },
  signedOut: { code: 'SIGNED_OUT', message: texts.desk.signedOut },
} as const satisfies Record<string, DeskError>;

/**
 * Converts a response of `/desk/graphql` to its data, or to an error that screens can show.
 * @throws SyntaxError if the content type is JSON but the body is not.
 */
export async function readDeskAnswer<Data>(response: Response): Promise<DeskAnswer<Data>> {
  if (response.status === 502 || response.status === 504) return { ok: false, error: deskErrors.unreachable };
  if (!response.headers.get('content-type')?.includes('json')) {
    return {
      ok: false,
      error: {
        code: 'BROKEN',
        message: texts.desk.unexpected(response.status),
      },
    };
  }
  const { data, errors } = (await response.json()) as GraphqlAnswer;
  const [error] = errors ?? [];
  if (!error) return { ok: true, data: data as Data };
  const { code = 'INTERNAL', errorId } = error.extensions ?? {};
  if (code === 'UNAUTHENTICATED') return { ok: false, error: deskErrors.signedOut };
  if (retryableCodes.has(code)) return { ok: false, error: { code: 'UNREACHABLE', message: error.message } };
  if (code === 'FORBIDDEN') return { ok: false, error: { code: 'FORBIDDEN', message: error.message } };
  if (code === 'INTERNAL') {
    return { ok: false, error: { code: 'BROKEN', message: error.message, ...(errorId ? { errorId } : {}) } };
  }
  return { ok: false, error: { code: 'REFUSED', message: error.message } };
}
