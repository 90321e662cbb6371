import type { Answer, PreparedRead } from '@chancery/reader';

/** The GraphQL context of every operation, used for reading, logs and limits. */
export interface EndpointContext {
  /** The compiled register fields of the operation with their cost; absent if it has none. */
  prepared?: PreparedRead;
  /** The result of the register fields, once a resolver or plugin has read them. */
  answer?: Promise<Answer>;
  /** Data for the request log. */
  readonly trace: Trace;
}

/** Data about an operation that is collected while it runs. */
export interface Trace {
  operationName?: string;
  operationHash?: string;
  cost?: number;
  statements: number;
  outcome?: string;
  /** Set when the response can be cached: its revision, the withheld state, and `past` if it reads only a past revision. */
  cacheable?: { readonly revision: number; readonly withheld: number; readonly past: number | undefined };
}
