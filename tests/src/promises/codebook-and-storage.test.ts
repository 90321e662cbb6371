import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attestedColumn,
  carriedColumn,
  columnsOf,
  concreteTypesOf,
  lapsingSpells,
  linkFields,
  sortColumnOf,
  type TypeName,
  tableOf,
  typeNames,
  typeOf,
} from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 300_000);
afterAll(() => desk.close());

interface ColumnShape {
  readonly type: string;
  readonly nullable: boolean;
}

/**
 * Returns the columns that the codebook requires for a type: the id, the fields, attestation dates and copied sort
 * keys.
 */
function expectedColumns(type: TypeName): Map<string, ColumnShape> {
  const expected = new Map<string, ColumnShape>([['id', { type: 'text', nullable: false }]]);
  for (const [name, field] of Object.entries(typeOf(type).fields))
    for (const [at, { name: column, sqlType }] of columnsOf(name, field).entries()) {
      // Only the EDTF string of a date is always set; all columns of a name or a point are.
      const isAlwaysSet = field.kind !== 'uncertainDate' || at === 0;
      expected.set(column, { type: sqlType, nullable: !(field.required && isAlwaysSet) });
    }
  for (const [name] of lapsingSpells(type)) {
    const { name: column, sqlType } = attestedColumn(name);
    expected.set(column, { type: sqlType, nullable: true });
  }
  for (const carried of Object.keys(typeOf(type).carriedKeys ?? {})) {
    const { name, sqlType } = carriedColumn(carried);
    expected.set(name, { type: sqlType, nullable: true });
  }
  return expected;
}

async function columnsIn(schema: string, table: string): Promise<Map<string, ColumnShape>> {
  const { rows } = await desk.owner.query<{ name: string; type: string; nullable: boolean }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable FROM pg_attribute
     WHERE attrelid = format('%I.%I', $1::text, $2::text)::regclass AND attnum > 0 AND NOT attisdropped`,
    [schema, table],
  );
  return new Map(rows.map(({ name, ...shape }) => [name, shape]));
}

const sorted = (columns: Map<string, ColumnShape>) =>
  Object.fromEntries([...columns].sort(([a], [b]) => a.localeCompare(b)));

describe('the database stores what the codebook describes', () => {
  const schemaFolder = join(import.meta.dirname, '../../../prisma/schema');
  const models = readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .flatMap((name) => [...readFileSync(join(schemaFolder, name), 'utf8').matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)])
    .map(([, name = '', body = '']) => ({ name, body }));

  it('every type has a model and a table of its name', () => {
    const inRegister = models
      .filter(({ body }) => body.includes('@@schema("register")'))
      .map(({ name, body }) => [name, /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name]);
    expect(inRegister).toEqual(expect.arrayContaining(typeNames.map((type) => [type, tableOf(type)])));
    const others = inRegister.filter(([name]) => !typeNames.some((type) => type === name)).map(([name]) => name);
    expect(others.sort()).toEqual(['Fact', 'Tombstone']);
  });

  it.each(typeNames)('%s: the columns have the expected types and nullability', async (type) => {
    expect(sorted(await columnsIn('register', tableOf(type)))).toEqual(sorted(expectedColumns(type)));
  });

  it.each(typeNames)('%s: the history table has the same columns plus the revision range', async (type) => {
    const [now, past] = [await columnsIn('register', tableOf(type)), await columnsIn('history', tableOf(type))];
    const added = [...past.keys()].filter((name) => !now.has(name));
    expect([...now.keys()].filter((name) => past.get(name)?.type !== now.get(name)?.type)).toEqual([]);
    expect(added.length).toBe(2);
  });

  it.each(typeNames)('%s: every link has a foreign key', async (type) => {
    const { rows } = await desk.owner.query<{ column: string; target: string }>(
      `SELECT a.attname AS column, c.confrelid::regclass::text AS target FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.conrelid = format('register.%I', $1::text)::regclass AND c.contype = 'f'`,
      [tableOf(type)],
    );
    for (const [name, { target }] of linkFields(type)) {
      const column = sortColumnOf(name, typeOf(type).fields[name] as never).name;
      const types = concreteTypesOf(target);
      const table = types.length === 1 ? tableOf(types[0] as TypeName) : 'fact';
      expect(rows.filter((row) => row.column === column).map((row) => row.target.replaceAll('"', ''))).toEqual([
        `register.${table}`,
      ]);
    }
  });

  it.each(typeNames)('%s: every link, filter and order has an index with that leading column', async (type) => {
    const { rows } = await desk.owner.query<{ first: string; method: string; columns: number }>(
      `SELECT pg_get_indexdef(i.indexrelid, 1, true) AS first, m.amname AS method, i.indnatts AS columns FROM pg_index i
       JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
       WHERE i.indrelid = format('register.%I', $1::text)::regclass AND i.indpred IS NULL`,
      [tableOf(type)],
    );
    const has = (column: string, method: string) =>
      rows.some((row) => row.first.replaceAll('"', '') === column && row.method === method);
    const missing: string[] = [];
    for (const [name, field] of Object.entries(typeOf(type).fields)) {
      if (field.kind !== 'link' && !field.filterable && !field.sortable) continue;
      const { name: column } = sortColumnOf(name, field);
      if (field.kind === 'manyOf') {
        if (!has(column, 'gin')) missing.push(`${column} by gin`);
        continue;
      }
      if (!has(column, 'btree')) missing.push(`${column} by btree`);
      const isText = field.kind === 'text' || field.kind === 'name';
      if (field.filterable && isText && !has(`register.fold(${column})`, 'gin'))
        missing.push(`folded text of ${column}`);
    }
    expect(missing).toEqual([]);
  });
});

it('history tables have an index on the id and on every foreign key, each with the revision', async () => {
  const { rows } = await desk.owner.query<{ name: string }>(
    `WITH wanted AS (
       SELECT c.relname AS table_name, a.attname AS column_name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'f') JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
       WHERE n.nspname = 'register' AND c.relkind = 'r')
     SELECT DISTINCT w.table_name || '.' || w.column_name AS name FROM wanted w
     WHERE NOT EXISTS (
       SELECT FROM pg_index i
         JOIN pg_attribute first ON first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
         JOIN pg_attribute second ON second.attrelid = i.indrelid AND second.attnum = i.indkey[1]
       WHERE i.indrelid = format('history.%I', w.table_name)::regclass AND i.indisvalid AND i.indpred IS NULL
         AND first.attname = w.column_name AND second.attname = 'rev_from')`,
  );
  expect(rows).toEqual([]);
});
