import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { concreteTypesOf, factFields, factTypeNames, fieldsOf, inversesOf, linkFields, nameFields, typeNames, typeOf } from '../codebook.ts';
import { deskPrefixes } from '../identifier.ts';
import { interfaces, isInterface } from '../interfaces.ts';
import { carriedColumn, columnsOf, lapsingSpells, snakeCase, tableOf } from '../kinds/columns.ts';
import { fieldKinds } from '../kinds/field-kind.ts';
import { labelFields, labelParts } from '../label.ts';

const sentence = /^[A-Z“].*\.$/s;
const graphqlName = /^[a-z][A-Za-z0-9]*$/;
/** Postgres truncates names at 63 bytes; eight are reserved for the suffixes of indexes and aliases. */
const maxNameLength = 55;

function expectUnique(names: readonly string[]): void {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
}

it('every file of this folder is in the codebook under its name', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
  const expected = typeNames.map((type) => `${snakeCase(type).replaceAll('_', '-')}.ts`);
  expect(files.sort()).toEqual(expected.sort());
});

describe.each(typeNames)('%s', (type) => {
  const definition = typeOf(type);
  const { fields, labelTemplate, chronology, carriedKeys, category, prefix } = definition;
  const named = Object.entries(fieldsOf(type));

  it('has its name, which is a valid GraphQL type name', () => {
    expect(definition.name).toBe(type);
    expect(type).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    expect(Object.hasOwn(interfaces, type)).toBe(false);
  });

  it('has a description that is a sentence, and a singular and a plural', () => {
    expect(definition.description).toMatch(sentence);
    for (const word of [definition.singular, definition.plural]) expect(word).toMatch(/^[a-z][a-z ]*$/);
  });

  it('has a label without a full stop and a description that is a sentence for every field', () => {
    for (const [, { label, description }] of named) {
      expect(label).toMatch(/^[A-Z].*[^.]$/s);
      expect(description).toMatch(sentence);
    }
  });

  it('has fields of known kinds with exactly the options of the kind', () => {
    for (const [name, field] of named) {
      expect(name).toMatch(graphqlName);
      expect(fieldKinds).toContain(field.kind);
      expect(field.list !== undefined).toBe(field.kind === 'oneOf' || field.kind === 'manyOf');
      expect(field.target !== undefined).toBe(field.kind === 'link');
      expect(field.inverse !== undefined).toBe(field.kind === 'link');
      if (field.kind !== 'code') expect(field.pattern).toBeUndefined();
      if (field.kind !== 'integer' && field.kind !== 'number') expect([field.min, field.max]).toEqual([undefined, undefined]);
      // A global expression keeps state between calls, and a case-insensitive one differs from the check of the
      // database.
      if (field.pattern) expect(field.pattern.flags).toBe('');
      if (field.pattern) expect(field.pattern.source).toMatch(/^\^.*\$$/);
      expect((field.min ?? 0) <= (field.max ?? Number.MAX_VALUE)).toBe(true);
    }
  });

  it('does not redefine the common fields or reuse former names', () => {
    for (const name of Object.keys(fields)) if (category !== 'evidence') expect(factFields).not.toHaveProperty(name);
    const namesOf = ([name, { formerNames = [], apiName }]: (typeof named)[number]) => [name, ...formerNames, ...(apiName === undefined ? [] : [apiName])];
    expectUnique(named.flatMap(namesOf));
  });

  it('has required link fields if it is a link', () => {
    const ends = linkFields(type).filter(([, field]) => field.required);
    if (category === 'link') expect(ends.length).toBeGreaterThan(0);
    if (category !== 'record') for (const [, field] of ends) expect(field.filterable).toBe(true);
  });

  it('links only to types and interfaces of the codebook', () => {
    for (const [, field] of linkFields(type)) {
      expect(concreteTypesOf(field.target).length).toBeGreaterThan(0);
      expect(field.inverse?.name).toMatch(graphqlName);
      expect(field.inverse?.label).toMatch(/^[A-Z].*[^.]$/s);
      expect(field.inverse?.description).toMatch(sentence);
    }
  });

  it('has a label of words and its own fields, at least one of them required', () => {
    const parts = labelParts(type);
    const text = parts.map((part) => ('name' in part ? (part.lead === undefined ? `{${part.name}}` : `[${part.lead}{${part.name}}]`) : part.words)).join('');
    expect(text).toBe(labelTemplate.includes('{') ? labelTemplate : `{${labelTemplate}}`);
    expect(labelFields(type).some(({ field }) => field.required)).toBe(true);
    expect(text).not.toMatch(/[{}]{2}|^\s|\s$/);
  });

  it('lists its own public fields as columns, each once', () => {
    expectUnique(definition.listedFields);
    for (const name of definition.listedFields) expect(fields[name]?.deskOnly ?? false).toBe(!fields[name]);
  });

  it('has chronologies of its own dates, each once', () => {
    for (const chain of chronology) {
      expect(chain.length).toBeGreaterThan(1);
      expectUnique(chain);
      for (const name of chain) expect(fields[name]?.kind).toBe('uncertainDate');
    }
  });

  it('has fields that name its facts, which are texts of records', () => {
    for (const [name, field] of nameFields(type)) {
      expect(category).toBe('record');
      expect(['text', 'name']).toContain(field.kind);
      expect(Object.keys(fields)).toContain(name);
    }
  });

  it('has a natural key of its own links and fields if it is a link', () => {
    expect(definition.naturalKey !== undefined).toBe(category === 'link');
    const { ends = [], kind = [], time } = definition.naturalKey ?? {};
    expectUnique([...ends, ...kind]);
    for (const end of ends) expect(fields[end]?.kind).toBe('link');
    for (const name of kind) expect(fields[name]?.required).toBe(true);
    if (time !== undefined) expect(fields[time]?.kind).toBe('uncertainDate');
  });

  it('is dated by its own dates, and by one at least if its names recur', () => {
    const { datedBy = [], nameRecurs = false } = definition;
    expectUnique(datedBy);
    for (const name of datedBy) expect(fields[name]?.kind).toBe('uncertainDate');
    expect(datedBy.length > 0 || !nameRecurs).toBe(true);
  });

  it('has spells as lifespan and within lifespans, and a kind of coverage only with spells that lapse', () => {
    const { lifespan, withinLifespans, coverageKind } = definition;
    if (lifespan !== undefined) expect(fields[lifespan]?.spell).toBe('LASTS');
    if (withinLifespans !== undefined) expect(fields[withinLifespans]?.spell).toBe('LAPSES');
    if (coverageKind !== undefined) expect(lapsingSpells(type)).not.toEqual([]);
  });

  it('has the date on which its spell is attested, if the spell may lapse', () => {
    // The merge attests a spell from `asOf`.
    if (lapsingSpells(type).length > 0) expect(fields.asOf).toMatchObject({ kind: 'uncertainDate' });
  });

  it('carries copies of sortable dates of linked facts', () => {
    for (const [name, { through, field, label, description }] of Object.entries(carriedKeys)) {
      expect(name).toMatch(graphqlName);
      expect(fieldsOf(type)).not.toHaveProperty(name);
      expect(label).toMatch(/^[A-Z].*[^.]$/s);
      expect(description).toMatch(sentence);
      expect(fields[through]).toMatchObject({ kind: 'link' });
      for (const target of concreteTypesOf(fields[through]?.target ?? '')) expect(fieldsOf(target)[field]).toMatchObject({ kind: 'uncertainDate', sortable: true });
    }
  });

  it('has unique column names that Postgres does not truncate', () => {
    const own = Object.entries(fields).flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name));
    const carried = Object.keys(carriedKeys).map((name) => carriedColumn(name).name);
    const columns = ['id', ...own, ...carried];
    expectUnique(columns);
    for (const name of [tableOf(type), ...columns]) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxNameLength);
    }
  });

  it('has a unique prefix in lower case', () => {
    expect(prefix).toMatch(/^[a-z]{2,6}$/);
    expect(typeNames.filter((other) => typeOf(other).prefix === prefix)).toEqual([type]);
    expect(Object.values(deskPrefixes)).not.toContain(prefix);
  });
});

describe('all types together', () => {
  it('have unique root fields that are valid GraphQL names', () => {
    const roots = typeNames.flatMap((type) => [typeOf(type).one, typeOf(type).many]);
    expectUnique(roots);
    for (const root of roots) expect(root).toMatch(graphqlName);
  });

  it('have unique tables', () => {
    expectUnique(typeNames.map(tableOf));
  });

  it('have common fields whose columns do not collide with those of the identity table', () => {
    const identity = ['id', 'type', 'label', 'redirect_to', 'batch_id', 'batch_line', 'absences'];
    expectUnique([...identity, ...Object.entries(factFields).flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name))]);
  });

  it('are facts except Citation, which is evidence', () => {
    expect(typeNames.filter((type) => typeOf(type).category === 'evidence')).toEqual(['Citation']);
    expect(factTypeNames).toEqual(typeNames.filter((type) => type !== 'Citation'));
    const links = factTypeNames.findIndex((type) => typeOf(type).category === 'link');
    expect(factTypeNames.slice(links).every((type) => typeOf(type).category === 'link')).toBe(true);
  });
});

describe.each([...factTypeNames, ...Object.keys(interfaces)])('inverse links of %s', (target) => {
  const inverses = inversesOf(target);

  it('have unique names that differ from the fields of its types', () => {
    expectUnique(inverses.map(({ name }) => name));
    for (const concrete of concreteTypesOf(target))
      for (const { name } of inverses) {
        expect(fieldsOf(concrete)).not.toHaveProperty(name);
        expect(['id', 'type', 'label', 'fields', 'history']).not.toContain(name);
      }
  });

  it('lead to rows whose link fields have it as a target', () => {
    for (const { type, through } of inverses) {
      expect(through.length).toBeGreaterThan(0);
      for (const name of through) {
        const { kind, target: pointed = '' } = typeOf(type).fields[name] ?? {};
        expect(kind).toBe('link');
        for (const concrete of concreteTypesOf(target)) expect(concreteTypesOf(pointed)).toContain(concrete);
      }
    }
  });

  it('are shared by all its types', () => {
    if (!isInterface(target)) return;
    for (const concrete of concreteTypesOf(target)) expect(inversesOf(concrete).map(({ name }) => name)).toEqual(expect.arrayContaining(inverses.map(({ name }) => name)));
  });
});
