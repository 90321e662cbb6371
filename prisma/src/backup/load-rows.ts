import pg from 'pg';
import { StorageError } from '../storage-error.ts';
import { type Header, type Manifest, nameOf, type Table } from './archive-format.ts';
import { copyIn, copyOut, type Loading } from './copy-rows.ts';
import { columnList, leftOut, quoted, readTables, storedSchemas } from './stored-tables.ts';
import { type Archive, readVerified } from './verify-archive.ts';

/**
 * Loads the rows of an archive into a database that has the schema version of the archive, in one transaction: either all
 * rows are loaded and compared with the manifest, or none. Triggers do not fire; foreign keys are checked at the end.
 * @throws StorageError if the archive is damaged, or if a loaded table differs from the manifest
 */
export async function loadRows(client: pg.Client, archive: Archive): Promise<Manifest> {
  await client.query('begin');
  const triggers = await readStatements(client, triggerStatements);
  const foreignKeys = await readStatements(client, foreignKeyStatements);
  const indexes = await readStatements(client, indexStatements);
  for (const { undo } of [...triggers, ...foreignKeys, ...indexes]) await client.query(undo);
  const manifest = await copyTables(client, archive);
  // An index is built faster than it is extended row by row.
  for (const { redo } of indexes) await client.query(redo);
  await compareTables(client, archive.file, manifest);
  for (const { redo } of [...foreignKeys, ...triggers]) await client.query(redo);
  for (const { lastValue, isCalled, ...sequence } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(sequence), lastValue, isCalled]);
  await client.query('commit');
  return manifest;
}

async function copyTables(client: pg.Client, archive: Archive): Promise<Manifest> {
  let current = -1;
  let loading: Loading | undefined;
  const manifest = await readVerified(archive, async (chunk, at, header) => {
    if (current === -1) await prepareTables(client, header);
    if (at !== current) {
      await loading?.end();
      const table = header.tables[at];
      if (!table) throw new Error(`The archive has no table ${at}`);
      loading = copyIn(client, table);
      current = at;
    }
    await loading?.write(chunk);
  });
  await loading?.end();
  return manifest;
}

/** Empties all tables of rows that the migrations have put there, and adds the columns of the history that they lack. */
async function prepareTables(client: pg.Client, header: Header): Promise<void> {
  const existing = new Map((await readTables(client)).map((table) => [nameOf(table), table]));
  for (const table of header.tables) await completeTable(client, table, existing.get(nameOf(table)));
  const all = [...header.tables.map(quoted), ...Object.keys(leftOut).filter((name) => existing.has(name))];
  await client.query(`truncate ${all.join(', ')}`);
}

/**
 * The history keeps tables and columns that the register no longer has, so no migration creates them. Other tables must
 * be as the migrations have made them.
 */
async function completeTable(client: pg.Client, table: Table, existing: Table | undefined): Promise<void> {
  const present = new Set(existing?.columns.map(({ name }) => name));
  const missing = table.columns.filter(({ name }) => !present.has(name));
  if (missing.length === 0) return;
  if (table.schema !== 'history')
    throw new Error(`The migrations did not create ${columnList({ columns: missing })} of ${nameOf(table)}`);
  if (!existing)
    await client.query(`create table ${quoted(table)} (id text collate "C" not null, rev_from integer not null,
      rev_to integer not null default 2147483647, primary key (id, rev_from))`);
  for (const { name, type } of missing) {
    if (!existing && ['id', 'rev_from', 'rev_to'].includes(name)) continue;
    const collation = /^(text|character varying)/.test(type) ? ' collate "C"' : '';
    await client.query(`alter table ${quoted(table)} add column ${pg.escapeIdentifier(name)} ${type}${collation}`);
  }
}

async function compareTables(client: pg.Client, file: string, manifest: Manifest): Promise<void> {
  const keys = new Map((await readTables(client)).map((table) => [nameOf(table), table.key]));
  for (const table of manifest.tables) {
    const { rows, bytes, sha256 } = await copyOut(
      client,
      { ...table, key: keys.get(nameOf(table)) ?? [] },
      async () => undefined,
    );
    if (rows === table.rows && bytes === table.bytes && sha256 === table.sha256) continue;
    throw new StorageError(
      'INVALID_BACKUP',
      `The restored table ${nameOf(table)} differs from ${file}: it has ${rows} rows instead of ${table.rows}, or other values. Use another backup, and report this.`,
    );
  }
}

/** A statement that takes something away from the tables, and the statement that puts it back. */
type Reversible = { undo: string; redo: string };

async function readStatements(client: pg.Client, sql: string): Promise<Reversible[]> {
  const { rows } = await client.query<Reversible>(sql, [storedSchemas]);
  return rows;
}

const triggerStatements = `
  select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as undo,
    format('alter table %s %s trigger %I', t.tgrelid::regclass,
      case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end, t.tgname) as redo
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and not t.tgisinternal and t.tgenabled <> 'D'`;

const foreignKeyStatements = `
  select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as undo,
    format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as redo
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and k.contype = 'f'`;

// Indexes that belong to a constraint stay.
const indexStatements = `
  select format('drop index %s', i.indexrelid::regclass) as undo, pg_get_indexdef(i.indexrelid) as redo
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and not i.indisprimary
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
