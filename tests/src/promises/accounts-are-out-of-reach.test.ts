import { registerSchema } from '@chancery/reader';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { type Api, deskSchema, measuresSdl, openApi, publicSchema } from '../support/api.ts';

/** The types of the desk itself: whatever it has beside the register. */
const register = new Set(Object.keys(registerSchema('desk', measuresSdl).getTypeMap()));
const ofTheDesk = Object.keys(deskSchema().getTypeMap()).filter((name) => !register.has(name));

describe('accounts are out of reach of the register', () => {
  it('the public door has no type of the desk, and no field or argument that speaks of accounts', () => {
    const types = Object.values(publicSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    expect(types.map(({ name }) => name).filter((name) => ofTheDesk.includes(name))).toEqual([]);
    const words = types.flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
      if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
      return Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((arg) => `${type.name}.${name}.${arg.name}`),
      ]);
    });
    expect(words.length).toBeGreaterThan(1_000);
    const suspicious = /email|password|token|user|account|editor|author[^s]|reviewer|mergedBy|draft|changeset/i;
    expect(words.filter((word) => suspicious.test(word))).toEqual([]);
  });

  it('at the desk no type of the register leads to one of the desk', () => {
    const types = Object.values(deskSchema().getTypeMap());
    const leading = types.flatMap((type) => {
      const isRegister = register.has(type.name) && type.name !== 'Query' && !type.name.startsWith('__');
      if (!isRegister || (!isObjectType(type) && !isInterfaceType(type))) return [];
      return Object.values(type.getFields())
        .filter((field) => ofTheDesk.includes(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(leading).toEqual([]);
  });
});

describe('in the database', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi();
  });
  afterAll(() => api.close());

  it('the reader has no right to any table or column of the desk, nor to what the ledger keeps of people', async () => {
    const { rows } = await api.desk.owner.query<{ name: string }>(
      `SELECT format('%I.%I.%I', table_schema, table_name, column_name) AS name FROM information_schema.columns
       WHERE (table_schema = 'desk' OR table_schema = 'graphile_worker' OR column_name IN ('author_id', 'merged_by', 'by', 'changeset_id', 'payload'))
         AND (has_column_privilege('chancery_reader', format('%I.%I', table_schema, table_name)::regclass, column_name, 'SELECT, INSERT, UPDATE, REFERENCES'))
       AND has_schema_privilege('chancery_reader', table_schema, 'USAGE')`,
    );
    expect(rows).toEqual([]);
    await expect(api.desk.reader.query('SELECT * FROM desk."user"')).rejects.toMatchObject({ code: '42501' });
  });
});
