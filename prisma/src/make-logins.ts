import type pg from 'pg';
import { codeOf } from './connect.ts';
import type { Passwords } from './passwords.ts';

// The key of the advisory lock: one more than that of the migrations.
const lock = 72_707_370;

/**
 * A login as Postgres has it. `correct`: it has the expected attributes. `memberOf`: the roles of which it is a member.
 */
type Role = { name: string; correct: boolean; memberOf: string[] };

/**
 * The logins to make. `unusable` are those that cannot connect with their password. `mayReset` is false if another
 * installation may use the logins of this server.
 */
export type LoginsToMake = {
  names: readonly string[];
  unusable: readonly string[];
  passwords: Passwords;
  mayReset: boolean;
  log: (line: string) => void;
};

/**
 * The result of {@link makeLogins}: the logins are in order, the connected role may not create or change them, or a
 * login exists whose password is unknown and may not be reset.
 */
export type MadeLogins = 'made' | 'not-permitted' | { takenLogin: string };

/**
 * Creates the missing logins, resets the passwords of existing logins in `unusable` if that is allowed, and removes
 * attributes and memberships with which one login could act as another role.
 */
export async function makeLogins(
  client: pg.Client,
  { names, unusable, passwords, mayReset, log }: LoginsToMake,
): Promise<MadeLogins> {
  // Roles belong to the whole server but the lock to one database, so a process on another database may do the same at
  // the same time; createLogin handles that. The lock is released with the connection.
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    const roles = new Map((await readRoles(client, names)).map((role) => [role.name, role]));
    const takenLogin = unusable.find((name) => roles.has(name));
    if (takenLogin !== undefined && !mayReset) return { takenLogin };
    for (const name of names) {
      const role = roles.get(name);
      const password = passwords[name] ?? '';
      if (!role) await createLogin(client, name, password);
      else {
        await restrict(client, role);
        if (unusable.includes(name)) await setPassword(client, name, password, log);
      }
    }
    return 'made';
  } catch (error) {
    if (codeOf(error) === '42501') return 'not-permitted';
    throw error;
  }
}

async function readRoles(client: pg.Client, names: readonly string[]): Promise<Role[]> {
  const { rows } = await client.query<Role>(
    `select rolname as name,
       rolcanlogin and not (rolsuper or rolcreatedb or rolcreaterole or rolinherit or rolreplication or rolbypassrls) as correct,
       array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as "memberOf"
     from pg_roles r where rolname = any($1)`,
    [names],
  );
  return rows;
}

async function createLogin(client: pg.Client, name: string, password: string): Promise<void> {
  const login = client.escapeIdentifier(name);
  try {
    await client.query(`create role ${login} login noinherit password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const createdMeanwhile = ['42710', '23505'].includes(codeOf(error) ?? '');
    // By another process of this installation, which has the same passwords.
    if (!createdMeanwhile) throw error;
  }
}

async function restrict(client: pg.Client, { name, correct, memberOf }: Role): Promise<void> {
  const login = client.escapeIdentifier(name);
  if (!correct) {
    await client.query(
      `alter role ${login} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls`,
    );
  }
  // A member of a role may SET ROLE to it.
  for (const other of memberOf) await client.query(`revoke ${client.escapeIdentifier(other)} from ${login}`);
}

async function setPassword(
  client: pg.Client,
  name: string,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  await client.query(`alter role ${client.escapeIdentifier(name)} password ${client.escapeLiteral(password)}`);
  log(`Reset the password of ${name}: the one in logins.json was missing or did not work`);
}
