import { ClientError } from '@chancery/reader';
import type { GraphQLError } from 'graphql';
import { apiError, isErrorCode } from '../errors.ts';
import type { HeadWatch } from '../head-watch.ts';

/** Returns the error of the API for an error that the reader found in a request. */
export function toApiError({ code, message, node, path, details }: ClientError): GraphQLError {
  return apiError(isErrorCode(code) ? code : 'BAD_USER_INPUT', message, {
    ...(node ? { nodes: [node] } : { path }),
    limit: details,
  });
}

/**
 * Returns what `work` returns.
 * @throws GraphQLError for a `ClientError` that it throws
 */
export function translateClientErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof ClientError ? toApiError(error) : error;
  }
}

/**
 * Returns the error for a request that contradicts the register. A revision that is missing where the endpoint reads, but
 * that the primary has or may have, is not an error of the client: the replica is behind.
 */
export async function refusalOf(error: ClientError, head: Pick<HeadWatch, 'latest'>): Promise<GraphQLError> {
  const { asked } = error.details;
  if (error.code !== 'NO_SUCH_REVISION' || typeof asked !== 'number') return toApiError(error);
  return (await isMerged(asked, head)) ? notYetHere(asked, error.path) : toApiError(error);
}

/** Returns the error for a revision that the primary has and the replica does not have yet. */
export function notYetHere(revision: number, path?: readonly string[]): GraphQLError {
  const message = `Revision ${revision} has not reached this server yet. Try again in a second.`;
  return apiError('RETRYABLE', message, path ? { path } : {});
}

/** Whether the primary has a revision. True if it does not answer: the revision may exist. */
export async function isMerged(revision: number, head: Pick<HeadWatch, 'latest'>): Promise<boolean> {
  try {
    return revision <= (await head.latest());
  } catch {
    return true;
  }
}
