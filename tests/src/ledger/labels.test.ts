// The label of a draft, computed in TypeScript, and that of the merged fact, computed in SQL, are the same.
import {
  concreteTypesOf,
  type FactTypeName,
  type Field,
  type FieldKind,
  type FieldValue,
  factTypeNames,
  fieldsOf,
  isAbsence,
  labelFields,
  labelText,
  maxLengths,
  newId,
  tableOf,
  toColumns,
  type Values,
  valueSchema,
  valuesOf,
} from '@chancery/codebook';
import { labelSql } from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { type Desk, openDesk } from '../support/desk.ts';

let desk: Desk;
let client: PoolClient;
beforeAll(async () => {
  desk = await openDesk();
  client = await desk.owner.connect();
  await client.query('BEGIN');
  // Triggers write the history of the facts at this revision.
  await client.query("SET LOCAL chancery.revision = '1'");
  const facts = [...targets].flatMap(([type, ofType]) => ofType.map(({ id, label }) => ({ id, type, label })));
  await client.query(
    'INSERT INTO register.fact (id, type, label) SELECT id, type, label FROM jsonb_to_recordset($1::jsonb) given (id text, type text, label text)',
    [JSON.stringify(facts)],
  );
}, 60_000);
afterAll(async () => {
  await client.query('ROLLBACK');
  client.release();
  await desk.close();
});

/** Texts that quoting, templates, regular expressions or the counting of characters may get wrong. */
const awkwardTexts = [
  "O'Brien",
  "''; --",
  '"quoted"',
  'back\\slash',
  '$1 $& $$',
  '{name} [, {agreement}]',
  '%s 100 %_',
  '?',
  'NULL',
  '中国 Иран فارس',
  'ﬁnal Straße İ',
  'e\u0301 \u200d\u200f',
  '👩‍👧‍👦𐎠',
];
const longTexts = ['x', 'é', '𐎠', '👩‍👧‍👦', 'a𐎠'].map((piece) => piece.repeat(maxLengths.text));

const anyText = fc.oneof(
  fc.constantFrom(...awkwardTexts),
  fc.array(fc.constantFrom(...awkwardTexts), { minLength: 2, maxLength: 40 }).map((texts) => texts.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: maxLengths.text }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: maxLengths.text }),
  fc.constantFrom(...longTexts).map((text) => [...text].slice(0, maxLengths.text / 2).join('')),
);

/** For each type, facts that a link can point to. */
const targets = new Map<FactTypeName, readonly { readonly id: string; readonly label: string }[]>(
  factTypeNames.map((type) => [
    type,
    [...awkwardTexts, ...longTexts.map((text) => [...text].slice(0, maxLengths.label).join(''))].map((label) => ({
      id: newId(type),
      label,
    })),
  ]),
);
const labels = new Map([...targets.values()].flat().map(({ id, label }) => [id, label]));

/** By kind of field, the values that a label may contain. */
const valuesOfKind: { readonly [Kind in FieldKind]?: (field: Field) => fc.Arbitrary<unknown> } = {
  text: () => anyText,
  longText: () => anyText.map((text) => `${text}\n\n${text}`),
  code: () => anyText,
  name: () => fc.record({ text: anyText, language: fc.constantFrom('en', 'fa', 'sr-Latn') }),
  oneOf: ({ list }) => fc.constantFrom(...(list ? valuesOf(list) : [])),
  link: ({ target }) =>
    fc.constantFrom(...concreteTypesOf(target ?? '').flatMap((type) => targets.get(type) ?? [])).map(({ id }) => id),
};

/** Returns an arbitrary for the values of a field, as they are after parsing. */
function valuesFor(field: Field): fc.Arbitrary<FieldValue> {
  const ofKind = valuesOfKind[field.kind];
  if (!ofKind)
    throw new Error(`a label has a field of the kind ${field.kind}; add values of this kind to valuesOfKind`);
  const schema = valueSchema(field);
  const valid = ofKind(field)
    .map((value) => schema.safeParse(value))
    .filter(({ success }) => success)
    .map(({ data }): FieldValue => data ?? null);
  if (field.required) return valid;
  const empty = fc.constantFrom<FieldValue>(null, { absent: 'UNKNOWN' }, { absent: 'NONE' });
  return fc.oneof({ weight: 2, arbitrary: valid }, { weight: 1, arbitrary: empty });
}

/** Returns an arbitrary for the values of the fields that the label of a type depends on. */
function factsOf(type: FactTypeName): fc.Arbitrary<Values> {
  return fc.record(Object.fromEntries(labelFields(type).map(({ name, field }) => [name, valuesFor(field)])));
}

/** Returns the labels that the merge gives to facts with these values. */
async function labelsInSql(type: FactTypeName, facts: readonly Values[]): Promise<string[]> {
  const fields = fieldsOf(type);
  const rows = facts.map((values) =>
    Object.assign(
      {},
      ...Object.entries(values).map(([name, value]) => {
        const field = fields[name];
        if (!field) throw new Error(`${type} has no field ${name}`);
        return toColumns(name, field, value);
      }),
    ),
  );
  const { rows: found } = await client.query<{ label: string }>(
    `SELECT ${labelSql(type, 't')} AS label
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY given (fact, place),
       jsonb_populate_record(NULL::register."${tableOf(type)}", given.fact) t
     ORDER BY given.place`,
    [JSON.stringify(rows)],
  );
  return found.map(({ label }) => label);
}

describe.each(factTypeNames)('the label of %s', (type) => {
  it('is the same in a draft and in the register', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(factsOf(type), { minLength: 1, maxLength: 20 }), async (facts) => {
        const expected = facts.map((values) => labelText(type, values, (id) => labels.get(id)));
        expect(await labelsInSql(type, facts)).toEqual(expected);
        for (const label of expected) expect([...label].length).toBeLessThanOrEqual(maxLengths.label);
      }),
      { numRuns: 25 },
    );
  });
});

it('the random facts include some with a label that is cut and some without a value', () => {
  const sample = factTypeNames.flatMap((type) =>
    fc.sample(factsOf(type), { numRuns: 200, seed: 1 }).map((values) => ({
      isCut: [...labelText(type, values, (id) => labels.get(id))].length === maxLengths.label,
      isWithout: Object.values(values).some((value) => value === null || isAbsence(value)),
    })),
  );
  expect(sample.some(({ isCut }) => isCut)).toBe(true);
  expect(sample.some(({ isWithout }) => isWithout)).toBe(true);
});
