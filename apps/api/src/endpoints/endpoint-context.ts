import type { Answer, PreparedRead } from '@chancery/reader';
import type { ReadGate } from '../limits/costly-reads.ts';

/** The GraphQL context of every operation, on both endpoints. */
export interface EndpointContext {
  /** The compiled register fields of the operation, with their cost; absent if the operation has no register fields. */
  prepared?: PreparedRead;
  /** The result of the register fields; set once a resolver or the read plugin starts to read them. */
  answer?: Promise<Answer>;
  /**
   * Charges points to the network address of the client.
   * @throws GraphQLError RATE_LIMITED
   */
  readonly charge: (points: number) => Promise<void>;
  /** Delays costly statements; absent on the desk endpoint. */
  readonly gate?: ReadGate;
  /** Data for the request log and the response cache. */
  readonly trace: Trace;
  /** Returns the signal that is aborted when the client disconnects before it has the response. */
  readonly disconnected: () => AbortSignal;
}

/** Data about an operation that is collected while it runs. */
export interface Trace {
  operationName?: string;
  operationHash?: string;
  cost?: number;
  statements: number;
  outcome?: string;
  /** True when a statistic was read while other facts were withheld than in the rest of the response. */
  readsOtherFacts?: boolean;
  /**
   * Set when the response can be cached: the latest revision at the time, `HeadWatch.withheld`, and `past` (the latest
   * past revision that the response reads) if the response reads only past revisions.
   */
  cacheable?: { readonly revision: number; readonly withheld: number; readonly past: number | undefined };
}
