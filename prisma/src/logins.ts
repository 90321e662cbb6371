// The three logins that separate the privileges of readers, the desk and the ledger. They belong to the whole server,
// so two databases on one server share them.
import { codeOf, messageOf, withClient, withLogin } from './connect.ts';
import { makeLogins } from './make-logins.ts';
import { type LoginName, loginNames, passwordsOf } from './passwords.ts';
import { StorageError } from './storage-error.ts';

/** Connection URLs of one database, one for each login. Without separate logins, all four are the same. */
export type DatabaseUrls = { owner: string; reader: string; desk: string; writer: string };

/** Connection URLs of one database for logins that an administrator created. */
export type GivenUrls = { reader: string; desk: string; writer: string };

/**
 * Connection URLs of the logins. `separated` is false if all four use the login of the owner, so that Postgres cannot
 * separate the privileges of readers, the desk and the ledger.
 */
export type Logins = { urls: DatabaseUrls; separated: boolean };

/** The URL of the owner, the data folder with the passwords, and the logins that an administrator created, if any. */
export type LoginsOptions = { owner: string; home: string; given?: GivenUrls; log: (line: string) => void };

/**
 * Returns the URLs of the three logins. Creates the logins if they are missing, and repairs their passwords and
 * privileges; logins in `given` are only checked. If the owner may not create or change roles, logs a warning and uses
 * the login of the owner for everything.
 * @throws StorageError if a given login cannot connect or connects as another role
 */
export async function ensureLogins({ owner, home, given, log }: LoginsOptions): Promise<Logins> {
  if (given) {
    await checkGiven(given);
    return { urls: { owner, ...given }, separated: true };
  }
  const passwords = passwordsOf(home);
  const urlOf = (name: LoginName) => withLogin(owner, name, passwords[name]);
  const unusable: LoginName[] = [];
  for (const name of loginNames) if (!(await canLogIn(urlOf(name)))) unusable.push(name);
  const created = await withClient(owner, (client) => makeLogins(client, unusable, passwords, log));
  if (!created) {
    log(
      'Warning: the login of DATABASE_URL may not create roles or change them, so readers, desk and ledger all use it, and Postgres does not separate their privileges. To separate them, create the roles chancery_reader, chancery_desk and chancery_writer, and set DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER.',
    );
    return { urls: { owner, reader: owner, desk: owner, writer: owner }, separated: false };
  }
  const urls = {
    owner,
    reader: urlOf('chancery_reader'),
    desk: urlOf('chancery_desk'),
    writer: urlOf('chancery_writer'),
  };
  return { urls, separated: true };
}

async function checkGiven(given: GivenUrls): Promise<void> {
  for (const [kind, url] of Object.entries(given)) {
    const wanted = `chancery_${kind}`;
    const setting = `DATABASE_URL_${kind.toUpperCase()}`;
    const { rows } = await withClient(url, (client) =>
      client.query<{ name: string }>('select current_user as name'),
    ).catch((cause: unknown) => {
      throw new StorageError(
        'CANNOT_CONNECT',
        `Cannot connect with ${setting}: ${messageOf(cause)}. Check the server, login and password in this setting.`,
        { cause },
      );
    });
    const name = rows[0]?.name;
    if (name === wanted) continue;
    throw new StorageError('WRONG_LOGIN', `${setting} connects as ${name}. Set it to a URL with the login ${wanted}.`);
  }
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => undefined);
    return true;
  } catch (error) {
    // 28P01: wrong password. 28000: no such role, or it may not log in. Other errors are not about the login.
    if (['28P01', '28000'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}
