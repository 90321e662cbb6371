import { columnsOf, fieldsOf, tableOf, typeNames } from '@chancery/codebook';
import { buildRegisterSchema } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { type Api, deskSchema, measuresSdl, openApi, publicSchema } from '../support/api.ts';

/** The types of the register in the desk's schema. */
const registerTypes = new Set(Object.keys(buildRegisterSchema('desk', measuresSdl).getTypeMap()));
/** The types that the desk adds to them. */
const deskOnlyTypes = Object.keys(deskSchema().getTypeMap()).filter((name) => !registerTypes.has(name));

describe('accounts cannot be reached from the register', () => {
  it('the public schema has no desk type, and no field or argument about accounts', () => {
    const types = Object.values(publicSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    expect(types.map(({ name }) => name).filter((name) => deskOnlyTypes.includes(name))).toEqual([]);
    const names = types.flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
      return Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((arg) => `${type.name}.${name}.${arg.name}`),
      ]);
    });
    expect(names.length).toBeGreaterThan(1_000);
    const suspicious = /email|password|token|user|account|editor|author[^s]|reviewer|mergedBy|draft|changeset/i;
    expect(names.filter((name) => suspicious.test(name))).toEqual([]);
  });

  it('in the schema of the desk, no field of a register type returns a desk type', () => {
    const types = Object.values(deskSchema().getTypeMap());
    const fieldsToDeskTypes = types.flatMap((type) => {
      const isRegister = registerTypes.has(type.name) && type.name !== 'Query' && !type.name.startsWith('__');
      if (!isRegister || (!isObjectType(type) && !isInterfaceType(type))) return [];
      return Object.values(type.getFields())
        .filter((field) => deskOnlyTypes.includes(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(fieldsToDeskTypes).toEqual([]);
  });
});

describe('in the database', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  it('the reader has no privilege on tables of the desk or on columns of the ledger that identify people', async () => {
    const { rows } = await api.desk.owner.query<{ name: string }>(
      `SELECT format('%I.%I.%I', table_schema, table_name, column_name) AS name FROM information_schema.columns
       WHERE (table_schema = 'desk' OR table_schema = 'graphile_worker' OR column_name IN ('author_id', 'merged_by', 'by', 'changeset_id', 'payload'))
         AND (has_column_privilege('chancery_reader', format('%I.%I', table_schema, table_name)::regclass, column_name, 'SELECT, INSERT, UPDATE, REFERENCES'))
       AND has_schema_privilege('chancery_reader', table_schema, 'USAGE')`,
    );
    expect(rows).toEqual([]);
    await expect(api.desk.reader.query('SELECT * FROM desk."user"')).rejects.toMatchObject({ code: '42501' });
  });

  it('of the register and its history, the reader can read all columns except those of fields that only the desk shows', async () => {
    const hidden = typeNames.flatMap((type) =>
      Object.entries(fieldsOf(type))
        .filter(([, { deskOnly }]) => deskOnly)
        .flatMap(([name, field]) => columnsOf(name, field).map((column) => `${tableOf(type)}.${column.name}`)),
    );
    expect(hidden).toContain('source.archived_text');
    const { rows } = await api.desk.owner.query<{ name: string }>(
      `SELECT format('%s.%s', table_name, column_name) AS name FROM information_schema.columns
       WHERE table_schema IN ('register', 'history')
         AND NOT has_column_privilege('chancery_reader', format('%I.%I', table_schema, table_name)::regclass, column_name, 'SELECT')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...hidden, ...hidden].sort());
    for (const schema of ['register', 'history'])
      for (const columns of ['archived_text', '*'])
        await expect(api.desk.reader.query(`SELECT ${columns} FROM ${schema}.source`)).rejects.toMatchObject({
          code: '42501',
        });
  });
});
