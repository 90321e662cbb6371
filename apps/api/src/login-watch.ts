import pg from 'pg';
import type { Logger } from 'pino';

/** Whether a login works, as a new connection shows: a connection that is open already outlives its password. */
export interface LoginState {
  readonly login: Login;
  /** The name of the role and of the database, from the URL of the login. */
  readonly role: string;
  readonly database: string;
  /** What does not work; undefined if the login works. */
  readonly problem?: string;
  /** Whether Postgres refuses the login or its privileges, so that only an operator can mend it. */
  readonly isRefused: boolean;
}

/** What does not work about a login. */
type Problem = { readonly message: string; readonly isRefused: boolean };

const allLogins = ['reader', 'desk', 'writer'] as const;
type Login = (typeof allLogins)[number];

/** Checks the logins from time to time. */
export interface LoginWatch {
  readonly states: () => readonly LoginState[];
  readonly stop: () => Promise<void>;
}

/** When to check the logins again, in milliseconds: while all of them work, and while one does not. */
const checkAfter = { working: 5_000, broken: 1_000 };

/** For each login, a read that needs its privileges. */
const reads: Readonly<Record<Login, string>> = {
  reader: 'SELECT h.number, (SELECT f.id FROM register.fact f LIMIT 1) FROM ledger.head h',
  desk: 'SELECT (SELECT u.id FROM desk."user" u LIMIT 1), (SELECT f.id FROM register.fact f LIMIT 1)',
  writer: 'SELECT (SELECT s.digest FROM ledger.sealed_version s LIMIT 1), (SELECT c.id FROM desk.changeset c LIMIT 1)',
};

/** Starts to check that each login can connect and read what it needs. Resolves after the first check. */
export async function watchLogins(urls: Readonly<Record<Login, string>>, log: Logger): Promise<LoginWatch> {
  const problems = new Map<Login, Problem>();
  const check = async (login: Login) => {
    const outcome = await tryLogin(urls[login], reads[login]);
    if (outcome === 'unknown') return;
    if (outcome === 'works') {
      if (problems.delete(login)) log.info({ login }, 'a login works again');
      return;
    }
    if (!problems.has(login)) log.error({ login, problem: outcome.message }, 'a login does not work');
    problems.set(login, outcome);
  };
  const checkAll = async () => {
    await Promise.all(allLogins.map(check));
  };
  let checking = checkAll();
  await checking;
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(
      () => {
        checking = checkAll().then(schedule);
      },
      problems.size === 0 ? checkAfter.working : checkAfter.broken,
    );
    timer.unref();
  };
  schedule();
  return {
    states: () =>
      allLogins.map((login) => {
        const found = problems.get(login);
        return {
          login,
          role: decodeURIComponent(new URL(urls[login]).username),
          database: decodeURIComponent(new URL(urls[login]).pathname.slice(1)),
          isRefused: found?.isRefused === true,
          ...(found ? { problem: found.message } : {}),
        };
      }),
    stop: async () => {
      clearTimeout(timer);
      await checking;
      // The check that has just ended has scheduled another.
      clearTimeout(timer);
    },
  };
}

/**
 * Connects and reads. `unknown` if the server is too busy to tell: it does not answer in time or has no connection left.
 */
async function tryLogin(url: string, read: string): Promise<'works' | 'unknown' | Problem> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    application_name: 'chancery check',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(read);
    return 'works';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : undefined;
    if (code === undefined || code === '53300' || code === '57014') return 'unknown';
    // 28: authentication. 3D: no such database. 42: no privilege, or no such table.
    return { message: error.message || code, isRefused: /^(28|3D|42)/.test(code) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
