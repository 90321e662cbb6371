import type pg from 'pg';
import { codeOf } from './connect.ts';
import { type LoginName, loginNames, type Passwords } from './passwords.ts';

// The key of the advisory lock: one more than that of the migrations.
const lock = 72_707_370;

/**
 * A login as Postgres has it. `correct`: it has the expected attributes. `memberOf`: the roles of which it is a member.
 */
type Role = { name: LoginName; correct: boolean; memberOf: string[] };

/**
 * Creates the missing logins, resets the passwords of existing logins in `unusable`, and removes attributes and
 * memberships with which one login could act as another role. Returns true when the logins are in order, and false if
 * the connected role may not create or change them.
 */
export async function makeLogins(
  client: pg.Client,
  unusable: LoginName[],
  passwords: Passwords,
  log: (line: string) => void,
): Promise<boolean> {
  // Roles belong to the whole server but the lock to one database, so a process on another database may do the same at
  // the same time; createLogin handles that. The lock is released with the connection.
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    const roles = new Map((await readRoles(client)).map((role) => [role.name, role]));
    for (const name of loginNames) {
      const role = roles.get(name);
      if (!role) await createLogin(client, name, passwords[name]);
      else {
        await restrict(client, role);
        if (unusable.includes(name)) await setPassword(client, name, passwords[name], log);
      }
    }
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    throw error;
  }
}

async function readRoles(client: pg.Client): Promise<Role[]> {
  const { rows } = await client.query<Role>(
    `select rolname as name,
       rolcanlogin and not (rolsuper or rolcreatedb or rolcreaterole or rolinherit or rolreplication or rolbypassrls) as correct,
       array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as "memberOf"
     from pg_roles r where rolname = any($1)`,
    [loginNames],
  );
  return rows;
}

async function createLogin(client: pg.Client, name: LoginName, password: string): Promise<void> {
  try {
    await client.query(`create role ${name} login noinherit password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const createdMeanwhile = ['42710', '23505'].includes(codeOf(error) ?? '');
    if (!createdMeanwhile) throw error;
    await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  }
}

async function restrict(client: pg.Client, { name, correct, memberOf }: Role): Promise<void> {
  if (!correct) {
    await client.query(
      `alter role ${name} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls`,
    );
  }
  // A member of a role may SET ROLE to it.
  for (const other of memberOf) await client.query(`revoke ${client.escapeIdentifier(other)} from ${name}`);
}

async function setPassword(
  client: pg.Client,
  name: LoginName,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  log(`Reset the password of ${name}: the one in logins.json was missing or did not work`);
}
