// The three logins that separate the privileges of readers, the desk and the ledger. They belong to the whole server,
// which other installations may use too.
import { codeOf, messageOf, withClient, withLogin } from './connect.ts';
import { defaultLoginNames, type LoginNames, loginNamesOf } from './login-names.ts';
import { makeLogins } from './make-logins.ts';
import { passwordsFile, passwordsOf } from './passwords.ts';
import { StorageError } from './storage-error.ts';

/** Connection URLs of one database, one for each login. Without separate logins, all four are the same. */
export type DatabaseUrls = { owner: string; reader: string; desk: string; writer: string };

/** Connection URLs of one database for logins that an administrator created. */
export type GivenUrls = { reader: string; desk: string; writer: string };

/**
 * Connection URLs and names of the logins. `separated` is false, and the names are null, if all four URLs use the login
 * of the owner, so that Postgres cannot separate the privileges of readers, the desk and the ledger.
 */
export type Logins = { urls: DatabaseUrls; separated: boolean; names: LoginNames | null };

/** Options of {@link ensureLogins}. */
export type LoginsOptions = {
  owner: string;
  /** The data folder with the passwords. */
  home: string;
  /** The URLs of logins that an administrator created, if any. */
  given?: GivenUrls;
  /** True if other installations may use the server of `owner`. False for the private Postgres of the data folder. */
  shared: boolean;
  log: (line: string) => void;
};

/**
 * Returns the URLs of the three logins. Creates the logins if they are missing, and repairs their privileges; on a
 * private Postgres also their passwords. Logins in `given` are only checked. If the owner may not create or change
 * roles, logs a warning and uses the login of the owner for everything.
 * @throws StorageError if a given login cannot connect, two of them are the same, or a login of a shared server exists
 * whose password is unknown
 */
export async function ensureLogins({ owner, home, given, shared, log }: LoginsOptions): Promise<Logins> {
  if (given) return { urls: { owner, ...given }, separated: true, names: await namesOfGiven({ owner, ...given }) };
  const names = shared ? await withClient(owner, loginNamesOf) : defaultLoginNames;
  const all = Object.values(names);
  const passwords = passwordsOf(home, all);
  const urlOf = (name: string) => withLogin(owner, name, passwords[name] ?? '');
  const make = async () => {
    const unusable: string[] = [];
    for (const name of all) if (!(await canLogIn(urlOf(name)))) unusable.push(name);
    return withClient(owner, (client) =>
      makeLogins(client, { names: all, unusable, passwords, mayReset: !shared, log }),
    );
  };
  let made = await make();
  // Another process of this installation may have created the logins meanwhile.
  if (typeof made === 'object') made = await make();
  if (typeof made === 'object') {
    throw new StorageError(
      'LOGIN_IN_USE',
      `The login ${made.takenLogin} exists, but its password in ${passwordsFile(home)} does not work. It is not reset, because another installation may use it. Copy logins.json from the data folder of that installation, or set DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER; if there is none, drop the role.`,
    );
  }
  if (made === 'not-permitted') {
    log(
      'Warning: the login of DATABASE_URL may not create roles or change them, so readers, desk and ledger all use it, and Postgres does not separate their privileges. To separate them, create three roles, and set DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER.',
    );
    return { urls: { owner, reader: owner, desk: owner, writer: owner }, separated: false, names: null };
  }
  const urls = { owner, reader: urlOf(names.reader), desk: urlOf(names.desk), writer: urlOf(names.writer) };
  return { urls, separated: true, names };
}

/** Connects with given URLs and returns the names of their logins, which must differ. */
async function namesOfGiven({ owner, ...given }: DatabaseUrls): Promise<LoginNames> {
  const settings = {
    owner: 'DATABASE_URL',
    reader: 'DATABASE_URL_READER',
    desk: 'DATABASE_URL_DESK',
    writer: 'DATABASE_URL_WRITER',
  };
  const names = {
    reader: await nameOf(given.reader, settings.reader),
    desk: await nameOf(given.desk, settings.desk),
    writer: await nameOf(given.writer, settings.writer),
  };
  const settingByName = new Map([[await nameOf(owner, settings.owner), settings.owner]]);
  for (const kind of ['writer', 'desk', 'reader'] as const) {
    const name = names[kind];
    const other = settingByName.get(name);
    if (other !== undefined) {
      throw new StorageError(
        'WRONG_LOGIN',
        `${settings[kind]} and ${other} both connect as ${name}. Set each to a URL with a login of its own.`,
      );
    }
    settingByName.set(name, settings[kind]);
  }
  return names;
}

async function nameOf(url: string, setting: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>('select current_user as name'),
  ).catch((cause: unknown) => {
    throw new StorageError(
      'CANNOT_CONNECT',
      `Cannot connect with ${setting}: ${messageOf(cause)}. Check the server, login and password in this setting.`,
      { cause },
    );
  });
  return rows[0]?.name ?? '';
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
