// The three logins that keep readers, the desk and the ledger apart. They belong to the whole server, not to one
// database, so two databases on one server share them.
import { codeOf, withClient, withLogin, wordsOf } from './connect.ts';
import { makeLogins } from './make-logins.ts';
import { type LoginName, loginNames, passwordsOf } from './passwords.ts';
import { StorageError } from './storage-error.ts';

/** The addresses of one database, a login each. */
export type Urls = { owner: string; reader: string; desk: string; writer: string };

/** Logins that an administrator made; all three or none. */
export type GivenUrls = { reader: string; desk: string; writer: string };

export type Logins = { urls: Urls; separated: boolean };

export type LoginsOptions = { owner: string; home: string; given?: GivenUrls; log: (line: string) => void };

/** Makes sure that the three logins exist and that we can use them; with an owner who may not, warns and does without. */
export async function ensureLogins({ owner, home, given, log }: LoginsOptions): Promise<Logins> {
  if (given) {
    await checkGiven(given);
    return { urls: { owner, ...given }, separated: true };
  }
  const passwords = passwordsOf(home);
  const address = (name: LoginName) => withLogin(owner, name, passwords[name]);
  const unusable: LoginName[] = [];
  for (const name of loginNames) if (!(await signsIn(address(name)))) unusable.push(name);
  const made = await withClient(owner, (client) => makeLogins(client, unusable, passwords, log));
  if (!made) {
    log(
      'Warning: this login may not create roles, so readers, desk and ledger all use DATABASE_URL and only the program keeps them apart: create chancery_reader, chancery_desk and chancery_writer and set DATABASE_URL_READER, DATABASE_URL_DESK and DATABASE_URL_WRITER',
    );
    return { urls: { owner, reader: owner, desk: owner, writer: owner }, separated: false };
  }
  const urls = {
    owner,
    reader: address('chancery_reader'),
    desk: address('chancery_desk'),
    writer: address('chancery_writer'),
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
      throw new StorageError('CANNOT_CONNECT', `${setting}: ${wordsOf(cause)}`, { cause });
    });
    const name = rows[0]?.name;
    if (name === wanted) continue;
    throw new StorageError('WRONG_LOGIN', `${setting} signs in as ${name}, but the grants are given to ${wanted}`);
  }
}

async function signsIn(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => undefined);
    return true;
  } catch (error) {
    // Wrong password, no such role, not allowed to log in; anything else is not about the login.
    if (['28P01', '28000'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}
