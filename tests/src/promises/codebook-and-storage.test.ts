import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attestedColumn,
  carriedColumn,
  columnsOf,
  concreteTypes,
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

interface Shape {
  readonly type: string;
  readonly nullable: boolean;
}

/** The columns that the codebook asks for: those of the fields, the copies of sort keys, and the id. */
function wantedColumns(type: TypeName): Map<string, Shape> {
  const wanted = new Map<string, Shape>([['id', { type: 'text', nullable: false }]]);
  for (const [name, field] of Object.entries(typeOf(type).fields))
    for (const [at, { name: column, sqlType }] of columnsOf(name, field).entries()) {
      // Of a date the string alone is always there; a name and a point are there whole.
      const isWhole = field.kind !== 'uncertainDate' || at === 0;
      wanted.set(column, { type: sqlType, nullable: !(field.required && isWhole) });
    }
  for (const [name] of lapsingSpells(type)) {
    const { name: column, sqlType } = attestedColumn(name);
    wanted.set(column, { type: sqlType, nullable: true });
  }
  for (const carried of Object.keys(typeOf(type).carries ?? {})) {
    const { name, sqlType } = carriedColumn(carried);
    wanted.set(name, { type: sqlType, nullable: true });
  }
  return wanted;
}

async function columnsIn(schema: string, table: string): Promise<Map<string, Shape>> {
  const { rows } = await desk.owner.query<{ name: string; type: string; nullable: boolean }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable FROM pg_attribute
     WHERE attrelid = format('%I.%I', $1::text, $2::text)::regclass AND attnum > 0 AND NOT attisdropped`,
    [schema, table],
  );
  return new Map(rows.map(({ name, ...shape }) => [name, shape]));
}

const sorted = (columns: Map<string, Shape>) => Object.fromEntries([...columns].sort(([a], [b]) => a.localeCompare(b)));

describe('the database stores what the codebook describes', () => {
  const schemaFolder = join(import.meta.dirname, '../../../prisma/schema');
  const models = readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .flatMap((name) => [...readFileSync(join(schemaFolder, name), 'utf8').matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)])
    .map(([, name = '', body = '']) => ({ name, body }));

  it('every type is a model of its name, in the table of its name', () => {
    const inRegister = models
      .filter(({ body }) => body.includes('@@schema("register")'))
      .map(({ name, body }) => [name, /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name]);
    expect(inRegister).toEqual(expect.arrayContaining(typeNames.map((type) => [type, tableOf(type)])));
    const others = inRegister.filter(([name]) => !typeNames.some((type) => type === name)).map(([name]) => name);
    expect(others.sort()).toEqual(['Fact', 'Tombstone']);
  });

  it.each(typeNames)('%s: column by column, with its type, and empty only where it may be', async (type) => {
    expect(sorted(await columnsIn('register', tableOf(type)))).toEqual(sorted(wantedColumns(type)));
  });

  it.each(typeNames)('%s: its history has the same columns, and in which revisions they stood', async (type) => {
    const [now, past] = [await columnsIn('register', tableOf(type)), await columnsIn('history', tableOf(type))];
    const added = [...past.keys()].filter((name) => !now.has(name));
    expect([...now.keys()].filter((name) => past.get(name)?.type !== now.get(name)?.type)).toEqual([]);
    expect(added.length).toBe(2);
  });

  it.each(typeNames)('%s: every link leads to a row that is there', async (type) => {
    const { rows } = await desk.owner.query<{ column: string; target: string }>(
      `SELECT a.attname AS column, c.confrelid::regclass::text AS target FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.conrelid = format('register.%I', $1::text)::regclass AND c.contype = 'f'`,
      [tableOf(type)],
    );
    for (const [name, { target }] of linkFields(type)) {
      const column = sortColumnOf(name, typeOf(type).fields[name] as never).name;
      const types = concreteTypes(target);
      const table = types.length === 1 ? tableOf(types[0] as TypeName) : 'fact';
      expect(rows.filter((row) => row.column === column).map((row) => row.target.replaceAll('"', ''))).toEqual([
        `register.${table}`,
      ]);
    }
  });

  it.each(typeNames)('%s: every link, filter and order has an index that begins with it', async (type) => {
    const { rows } = await desk.owner.query<{ first: string; method: string; columns: number }>(
      `SELECT pg_get_indexdef(i.indexrelid, 1, true) AS first, m.amname AS method, i.indnatts AS columns FROM pg_index i
       JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
       WHERE i.indrelid = format('register.%I', $1::text)::regclass AND i.indpred IS NULL`,
      [tableOf(type)],
    );
    const has = (column: string, method: string) =>
      rows.some((row) => row.first.replaceAll('"', '') === column && row.method === method);
    const bare: string[] = [];
    for (const [name, field] of Object.entries(typeOf(type).fields)) {
      if (field.kind !== 'link' && !field.filterable && !field.sortable) continue;
      const { name: column } = sortColumnOf(name, field);
      if (field.kind === 'manyOf') {
        if (!has(column, 'gin')) bare.push(`${column} by gin`);
        continue;
      }
      if (!has(column, 'btree')) bare.push(`${column} by btree`);
      const isWorded = field.kind === 'text' || field.kind === 'name';
      if (field.filterable && isWorded && !has(`register.fold(${column})`, 'gin')) bare.push(`the words of ${column}`);
    }
    expect(bare).toEqual([]);
  });
});

it('past rows are found by their fact and by every foreign key, with the revision, from an index', async () => {
  const { rows } = await desk.owner.query<{ name: string }>(
    `WITH wanted AS (
       SELECT c.relname AS kept, a.attname AS led_by FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'f') JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
       WHERE n.nspname = 'register' AND c.relkind = 'r')
     SELECT DISTINCT w.kept || '.' || w.led_by AS name FROM wanted w
     WHERE NOT EXISTS (
       SELECT FROM pg_index i
         JOIN pg_attribute first ON first.attrelid = i.indrelid AND first.attnum = i.indkey[0]
         JOIN pg_attribute second ON second.attrelid = i.indrelid AND second.attnum = i.indkey[1]
       WHERE i.indrelid = format('history.%I', w.kept)::regclass AND i.indisvalid AND i.indpred IS NULL
         AND first.attname = w.led_by AND second.attname = 'rev_from')`,
  );
  expect(rows).toEqual([]);
});
