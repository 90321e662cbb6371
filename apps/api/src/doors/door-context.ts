import type { Answer, PreparedRead } from '@chancery/reader';

/** What every operation carries through a door, for answers, logs and limits. */
export interface DoorContext {
  /** Register fields of the operation, priced and ready to be read; absent if it has none. */
  prepared?: PreparedRead;
  /** The answer to its register fields, once somebody has asked for it. */
  answer?: Promise<Answer>;
  /** What the log says of the operation. */
  readonly trace: Trace;
}

/** What is noted of an operation while it runs. */
export interface Trace {
  operationName?: string;
  operationHash?: string;
  cost?: number;
  statements: number;
  outcome?: string;
  /** The revision that the answer belongs to, and whether that is a past one, where the answer may be kept. */
  cacheable?: { readonly revision: number; readonly withheld: number; readonly past: number | undefined };
}
