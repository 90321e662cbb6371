import type { HeadWatch, Reads } from '../head-watch.ts';
import type { LoginState, LoginWatch } from '../login-watch.ts';

/** The body of /readyz. */
export interface Readiness {
  readonly ready: boolean;
  /** The latest revision that the public endpoint can read. */
  readonly revision: number;
  /** Why the API is not ready, and what an operator should know although it is; empty if there is nothing. */
  readonly reasons: readonly string[];
  readonly logins: readonly LoginState[];
  readonly reads: Reads;
}

/** Returns whether the API can serve: the database answers the reader, and Postgres refuses none of the logins. */
export function readinessOf(head: HeadWatch, logins: LoginWatch): Readiness {
  const states = logins.states();
  const reads = head.reads();
  const broken = states.filter(({ problem }) => problem !== undefined);
  return {
    ready: head.isReachable() && !states.some(({ isRefused }) => isRefused),
    revision: head.number(),
    reasons: [
      ...(head.isReachable() ? [] : ['The database does not answer the reader. Check that Postgres runs.']),
      ...broken.map(
        ({ login, role, database, problem }) =>
          `The login of the ${login}, ${role}, does not work on the database ${database}: ${problem}`,
      ),
      ...(reads.problem === undefined ? [] : [`Reads come from the primary, because ${reads.problem}`]),
    ],
    logins: states,
    reads,
  };
}
