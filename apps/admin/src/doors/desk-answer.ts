/** Why the desk did not do what it was asked. `OFFLINE` and `UNREACHABLE` may pass; the others need somebody. */
export type DeskErrorCode = 'OFFLINE' | 'UNREACHABLE' | 'SIGNED_OUT' | 'FORBIDDEN' | 'REFUSED' | 'BROKEN';

/** A fault in words for an editor: what has happened, and what to do about it. */
export interface DeskError {
  readonly code: DeskErrorCode;
  readonly message: string;
  /** Under which the server has noted a fault of its own. */
  readonly errorId?: string;
}

/** What the desk answered. What a mutation may come to is data of its own, typed by its document. */
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

const passing = new Set(['RETRYABLE', 'TIMEOUT', 'TOO_MANY_ATTEMPTS']);

/** Faults in the words of every screen. */
export const deskErrors = {
  offline: {
    code: 'OFFLINE',
    message: 'There is no connection to the desk. What you have written is kept in this browser.',
  },
  unreachable: { code: 'UNREACHABLE', message: 'The desk does not answer at the moment. Try again in a few seconds.' },
  signedOut: { code: 'SIGNED_OUT', message: 'Your session has ended. Sign in again to go on.' },
} as const satisfies Record<string, DeskError>;

/** Reads the answer of `/desk/graphql`. */
export async function readDeskAnswer<Data>(response: Response): Promise<DeskAnswer<Data>> {
  if (response.status === 502 || response.status === 504) return { ok: false, error: deskErrors.unreachable };
  if (!response.headers.get('content-type')?.includes('json')) {
    return { ok: false, error: { code: 'BROKEN', message: `The desk answered with status ${response.status}.` } };
  }
  const { data, errors } = (await response.json()) as GraphqlAnswer;
  const [error] = errors ?? [];
  if (!error) return { ok: true, data: data as Data };
  const { code = 'INTERNAL', errorId } = error.extensions ?? {};
  if (code === 'UNAUTHENTICATED') return { ok: false, error: deskErrors.signedOut };
  if (passing.has(code)) return { ok: false, error: { code: 'UNREACHABLE', message: error.message } };
  if (code === 'FORBIDDEN') return { ok: false, error: { code: 'FORBIDDEN', message: error.message } };
  if (code === 'INTERNAL') {
    return { ok: false, error: { code: 'BROKEN', message: error.message, ...(errorId ? { errorId } : {}) } };
  }
  return { ok: false, error: { code: 'REFUSED', message: error.message } };
}
