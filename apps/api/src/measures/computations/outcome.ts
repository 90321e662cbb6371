import type { CacheSize } from '@chancery/reader';
import { GraphQLError } from 'graphql';
import { apiError, type ErrorCode, isErrorCode } from '../../errors.ts';

/** What a worker thread returns for a computation. */
export interface ThreadAnswer {
  readonly outcome: ComputedResult | { readonly error: SentError };
  readonly thread: number;
  /** The data that the thread caches now. */
  readonly cached: CacheSize;
}

/** The result of a computation. */
export interface ComputedResult<Result = unknown> {
  readonly result: Result;
  /** False if other facts were withheld when the data were read than the computation says. */
  readonly isCacheable: boolean;
}

/** An error on its way between threads, which would lose its properties otherwise. */
type SentError =
  | { readonly kind: 'api'; readonly code: ErrorCode; readonly message: string }
  | {
      readonly kind: 'other';
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
      /** The code of an error of Postgres or Node; `undefined` without one. */
      readonly code: string | undefined;
    };

/** Converts an error to plain data. */
export function toSentError(error: unknown): SentError {
  if (error instanceof GraphQLError && isErrorCode(error.extensions.code))
    return { kind: 'api', code: error.extensions.code, message: error.message };
  if (!(error instanceof Error))
    return { kind: 'other', name: 'Error', message: String(error), stack: undefined, code: undefined };
  const { name, message, stack } = error;
  return { kind: 'other', name, message, stack, code: 'code' in error ? String(error.code) : undefined };
}

/** Restores the error that {@link toSentError} converted. */
export function fromSentError(sent: SentError): Error {
  if (sent.kind === 'api') return apiError(sent.code, sent.message);
  const { name, message, stack, code } = sent;
  return Object.assign(new Error(message), { name, stack, ...(code === undefined ? {} : { code }) });
}
