/** What a siege is aimed at. */
export interface Target {
  /** The base URLs of the API and of the admin. */
  readonly api: string;
  readonly admin: string;
  /** The origin that the desk accepts. */
  readonly origin: string;
  /** The session cookie of an editor, who floods too. */
  readonly cookie: string;
  /** An account whose password is guessed. */
  readonly email: string;
  /** The ids of states. */
  readonly states: readonly string[];
}

/** A request of a flood. */
export interface FloodRequest {
  readonly to: 'api' | 'admin';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/**
 * A kind of flood: it sends requests, each with its number, or it opens sockets to the API, on which it writes `opening`
 * and then `drip` every second, and never reads.
 */
export type Flood = { readonly name: string } & (
  | { readonly request: (number: number, target: Target) => FloodRequest }
  | { readonly opening: (number: number) => string; readonly drip: string }
);

/** Returns the request of a GraphQL operation to the public endpoint. */
export function operation(query: string, variables: Readonly<Record<string, unknown>> = {}): FloodRequest {
  return {
    to: 'api',
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
}
