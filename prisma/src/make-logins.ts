import type pg from 'pg';
import { codeOf } from './connect.ts';
import { type LoginName, loginNames, type Passwords } from './passwords.ts';

// One more than the number that guards migrations.
const lock = 72_707_370;

type Role = { name: LoginName; correct: boolean; elsewhere: string[] };

/**
 * Creates the logins that are missing, gives those in `unusable` our password, and takes from all of them every right
 * that would let one act as another. Says false where the connected role may not do this.
 */
export async function makeLogins(
  client: pg.Client,
  unusable: LoginName[],
  passwords: Passwords,
  log: (line: string) => void,
): Promise<boolean> {
  // Roles belong to the whole server but this lock to one database, so a rival elsewhere is possible and tolerated.
  // The lock goes with the connection.
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    const found = new Map((await readRoles(client)).map((role) => [role.name, role]));
    for (const name of loginNames) {
      const role = found.get(name);
      if (!role) await create(client, name, passwords[name]);
      else {
        await confine(client, role);
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
       array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as elsewhere
     from pg_roles r where rolname = any($1)`,
    [loginNames],
  );
  return rows;
}

async function create(client: pg.Client, name: LoginName, password: string): Promise<void> {
  try {
    await client.query(`create role ${name} login noinherit password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const byARival = ['42710', '23505'].includes(codeOf(error) ?? '');
    if (!byARival) throw error;
    await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  }
}

async function confine(client: pg.Client, { name, correct, elsewhere }: Role): Promise<void> {
  if (!correct) {
    await client.query(
      `alter role ${name} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls`,
    );
  }
  // A member of a role may SET ROLE to it.
  for (const other of elsewhere) await client.query(`revoke ${client.escapeIdentifier(other)} from ${name}`);
}

async function setPassword(
  client: pg.Client,
  name: LoginName,
  password: string,
  log: (line: string) => void,
): Promise<void> {
  await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  log(`The password of ${name} was set anew, as the one in logins.json was lost or did not work`);
}
