import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { markedFacts } from '../support/marked-facts.ts';
import { tableDigests } from '../support/table-digests.ts';

const logins = ['reader', 'desk', 'writer'] as const;
type Login = (typeof logins)[number];

let api: Api;
const clients = new Map<Login, pg.Client>();
let tables: readonly { schema: string; name: string; column: string }[];

beforeAll(async () => {
  api = await openApi();
  await publish([api.people.EDITOR, api.people.ADMIN], markedFacts('shown').operations);
  const { rows } = await api.desk.owner.query(
    `SELECT n.nspname AS schema, c.relname AS name, (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = 1) AS column
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('register', 'history', 'ledger') AND c.relkind IN ('r', 'v') ORDER BY 1, 2`,
  );
  tables = rows;
  for (const login of logins) {
    const client = new pg.Client({ connectionString: api.desk.database.urls[login] });
    await client.connect();
    clients.set(login, client);
  }
}, 300_000);
afterAll(async () => {
  await Promise.all([...clients.values()].map((client) => client.end()));
  await api.close();
});

/**
 * Runs a statement and rolls it back. Returns the SQLSTATE with which Postgres refused the statement, or `accepted`.
 */
async function refusal(login: Login, sql: string): Promise<string> {
  const client = clients.get(login);
  await client?.query('BEGIN');
  try {
    // The login's default of read-only transactions protects nothing: any login may change it.
    await client?.query('SET LOCAL transaction_read_only = off');
    await client?.query(sql);
    return 'accepted';
  } catch (error) {
    return error instanceof pg.DatabaseError ? `${error.code}` : String(error);
  } finally {
    await client?.query('ROLLBACK');
  }
}

const insufficientPrivilege = '42501';
const changes = [
  // Selects no row: Postgres checks the privilege before it looks for rows.
  (table: string) => `INSERT INTO ${table} SELECT * FROM ${table} WHERE false`,
  (table: string, column: string) => `UPDATE ${table} SET "${column}" = "${column}"`,
  (table: string) => `DELETE FROM ${table}`,
  (table: string) => `TRUNCATE ${table} CASCADE`,
  (table: string) => `COPY ${table} FROM PROGRAM 'true'`,
];
/**
 * The privileges of the ledger's login in the schema `ledger`: it inserts rows, and adds and removes withheld facts. In
 * the schema `register`, triggers refuse its changes outside a merge.
 */
const granted = new Set([
  ...['operation', 'sealed_version', 'sealed_group', 'finding', 'review'].map((name) => `INSERT INTO ledger."${name}"`),
  'INSERT INTO ledger."withheld_fact"',
  'DELETE FROM ledger."withheld_fact"',
]);

describe('only the ledger writes the register', () => {
  it.each(logins)(
    'the login of the %s cannot change rows of the register, its history or the ledger without a grant',
    async (login) => {
      const before = await tableDigests(api.desk.owner, ['register', 'history', 'ledger']);
      const accepted: string[] = [];
      for (const { schema, name, column } of tables) {
        for (const change of changes) {
          const sql = change(`${schema}."${name}"`, column);
          const isGranted = login === 'writer' && [...granted].some((start) => sql.startsWith(start));
          const answer = await refusal(login, sql);
          // 42809: a view cannot be truncated.
          if (!isGranted && answer !== insufficientPrivilege && answer !== '42809') accepted.push(`${sql}: ${answer}`);
        }
      }
      expect(accepted).toEqual([]);
      expect(await tableDigests(api.desk.owner, ['register', 'history', 'ledger'])).toEqual(before);
    },
  );

  it('the login of the ledger can write the register after setting the revision, but a transaction that records no merge cannot be committed', async () => {
    for (const { schema, name } of tables.filter((table) => table.schema === 'register')) {
      const remove = `DELETE FROM ${schema}."${name}"`;
      expect(await refusal('writer', remove)).toBe(insufficientPrivilege);
      expect(await refusal('writer', `SELECT set_config('chancery.revision', '7', true); ${remove}`)).toBe('accepted');
      const commit = 'SET CONSTRAINTS ledger.write_is_a_merge IMMEDIATE';
      expect(await refusal('writer', `SELECT set_config('chancery.revision', '7', true); ${remove}; ${commit}`)).toBe(
        insufficientPrivilege,
      );
    }
  });

  it.each(['operation', 'revision', 'sealed_version', 'review'])(
    'rows of ledger.%s cannot be updated or deleted, even by the login of the ledger',
    async (name) => {
      const column = tables.find((table) => table.schema === 'ledger' && table.name === name)?.column;
      expect(await refusal('writer', `UPDATE ledger.${name} SET "${column}" = "${column}"`)).toBe(
        insufficientPrivilege,
      );
      expect(await refusal('writer', `DELETE FROM ledger.${name}`)).toBe(insufficientPrivilege);
    },
  );

  it.each(logins)(
    'the login of the %s cannot switch roles, create or alter objects, or lock out merges',
    async (login) => {
      const statements = [
        ...['chancery', 'chancery_reader', 'chancery_desk', 'chancery_writer']
          .filter((role) => role !== `chancery_${login}`)
          .flatMap((role) => [
            `SET ROLE ${role}`,
            `SET SESSION AUTHORIZATION ${role}`,
            `GRANT ${role} TO chancery_${login}`,
          ]),
        ...['public', 'register', 'history', 'ledger', 'desk'].map((schema) => `CREATE TABLE ${schema}.mine (id text)`),
        ...['register', 'history', 'ledger'].map((schema) => `CREATE VIEW ${schema}.mine AS SELECT 1`),
        'CREATE SCHEMA mine',
        'CREATE EXTENSION hstore SCHEMA public',
        'ALTER TABLE register.state DISABLE TRIGGER ALL',
        'DROP TRIGGER history_delete ON register.state',
        'DROP TABLE register.state',
        'SELECT history.extend()',
        "SET session_replication_role = 'replica'",
        'LOCK TABLE ledger.revision IN ACCESS EXCLUSIVE MODE',
        // These locks would block every merge.
        ...(login === 'writer'
          ? []
          : ['LOCK TABLE register.fact IN ACCESS EXCLUSIVE MODE', 'SELECT FROM ledger.head FOR UPDATE']),
      ];
      const accepted: string[] = [];
      for (const sql of statements) {
        const answer = await refusal(login, sql);
        if (answer !== insufficientPrivilege) accepted.push(`${sql}: ${answer}`);
      }
      expect(accepted).toEqual([]);
    },
  );

  it('queries of the public endpoint run as chancery_reader', async () => {
    const lockHolder = await api.desk.owner.connect();
    await lockHolder.query('BEGIN; LOCK TABLE register.state IN ACCESS EXCLUSIVE MODE');
    const answer = api.ask('{ states { nodes { name } } }');
    const waitingLogins = async (): Promise<{ usename: string }[]> => {
      // Not on the connection that holds the lock: a transaction reads pg_stat_activity once and caches it.
      const { rows } = await api.desk.owner.query(
        `SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%state%'`,
      );
      return rows.length > 0 ? rows : waitingLogins();
    };
    expect(await waitingLogins()).toEqual([{ usename: 'chancery_reader' }]);
    await lockHolder.query('ROLLBACK');
    lockHolder.release();
    expect(await answer).toMatchObject({ status: 200 });
  });
});
