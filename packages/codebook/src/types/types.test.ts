import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { concreteTypes, factFields, factTypeNames, fieldsOf, inversesOf, linkFields, typeNames, typeOf } from '../codebook.ts';
import { deskPrefixes } from '../identifier.ts';
import { interfaces, isInterface } from '../interfaces.ts';
import { carriedColumn, columnsOf, snakeCase, tableOf } from '../kinds/columns.ts';
import { fieldKinds } from '../kinds/field-kind.ts';
import { labelFields, labelParts } from '../label.ts';

const sentence = /^[A-Z“].*\.$/s;
const graphqlName = /^[a-z][A-Za-z0-9]*$/;
/** Postgres cuts names at 63 bytes; eight are left for what indexes and aliases add. */
const longest = 55;

function withoutRepeats(names: readonly string[]): void {
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
}

it('every file of this folder is in the codebook, under its own name', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
  const expected = typeNames.map((type) => `${snakeCase(type).replaceAll('_', '-')}.ts`);
  expect(files.sort()).toEqual(expected.sort());
});

describe.each(typeNames)('%s', (type) => {
  const definition = typeOf(type);
  const { fields, labelled, chronology, carries, category, prefix } = definition;
  const named = Object.entries(fieldsOf(type));

  it('is known by its name, which is a GraphQL type name', () => {
    expect(definition.name).toBe(type);
    expect(type).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    expect(Object.hasOwn(interfaces, type)).toBe(false);
  });

  it('is described in a sentence, and called something in the singular and the plural', () => {
    expect(definition.description).toMatch(sentence);
    for (const word of [definition.singular, definition.plural]) expect(word).toMatch(/^[a-z][a-z ]*$/);
  });

  it('has for every field a label without a full stop and a description that is a sentence', () => {
    for (const [, { label, description }] of named) {
      expect(label).toMatch(/^[A-Z].*[^.]$/s);
      expect(description).toMatch(sentence);
    }
  });

  it('has fields of known kinds, with what each kind needs and nothing else', () => {
    for (const [name, field] of named) {
      expect(name).toMatch(graphqlName);
      expect(fieldKinds).toContain(field.kind);
      expect(field.list !== undefined).toBe(field.kind === 'oneOf' || field.kind === 'manyOf');
      expect(field.target !== undefined).toBe(field.kind === 'link');
      expect(field.inverse !== undefined).toBe(field.kind === 'link');
      if (field.kind !== 'code') expect(field.pattern).toBeUndefined();
      if (field.kind !== 'integer' && field.kind !== 'number') expect([field.min, field.max]).toEqual([undefined, undefined]);
      // A global expression remembers where it stopped, and a case-blind one is not what the database checks.
      if (field.pattern) expect(field.pattern.flags).toBe('');
      if (field.pattern) expect(field.pattern.source).toMatch(/^\^.*\$$/);
      expect((field.min ?? 0) <= (field.max ?? Number.MAX_VALUE)).toBe(true);
    }
  });

  it('has fields of its own beside the common ones', () => {
    for (const name of Object.keys(fields)) if (category !== 'evidence') expect(factFields).not.toHaveProperty(name);
    withoutRepeats(named.flatMap(([name, { formerly = [] }]) => [name, ...formerly]));
  });

  it('has ends, if it is a link: required link fields', () => {
    const ends = linkFields(type).filter(([, field]) => field.required);
    if (category === 'link') expect(ends.length).toBeGreaterThan(0);
    if (category !== 'record') for (const [, field] of ends) expect(field.filterable).toBe(true);
  });

  it('points only at types and interfaces of the codebook', () => {
    for (const [, field] of linkFields(type)) {
      expect(concreteTypes(field.target).length).toBeGreaterThan(0);
      expect(field.inverse?.name).toMatch(graphqlName);
      expect(field.inverse?.label).toMatch(/^[A-Z].*[^.]$/s);
      expect(field.inverse?.description).toMatch(sentence);
    }
  });

  it('has a label made of its own fields and of words, and of at least one field that is always there', () => {
    const parts = labelParts(type);
    const text = parts.map((part) => ('name' in part ? (part.lead === undefined ? `{${part.name}}` : `[${part.lead}{${part.name}}]`) : part.words)).join('');
    expect(text).toBe(labelled.includes('{') ? labelled : `{${labelled}}`);
    expect(labelFields(type).some(({ field }) => field.required)).toBe(true);
    expect(text).not.toMatch(/[{}]{2}|^\s|\s$/);
  });

  it('lists fields of its own as columns, each once, and none that is held back', () => {
    withoutRepeats(definition.listed);
    for (const name of definition.listed) expect(fields[name]?.deskOnly ?? false).toBe(!fields[name]);
  });

  it('orders in its chronologies its own dates, each once', () => {
    for (const chain of chronology) {
      expect(chain.length).toBeGreaterThan(1);
      withoutRepeats(chain);
      for (const name of chain) expect(fields[name]?.kind).toBe('uncertainDate');
    }
  });

  it('carries copies of sortable dates of what it points at, through links of its own', () => {
    for (const [name, { through, field, label, description }] of Object.entries(carries)) {
      expect(name).toMatch(graphqlName);
      expect(fieldsOf(type)).not.toHaveProperty(name);
      expect(label).toMatch(/^[A-Z].*[^.]$/s);
      expect(description).toMatch(sentence);
      expect(fields[through]).toMatchObject({ kind: 'link' });
      for (const target of concreteTypes(fields[through]?.target ?? '')) expect(fieldsOf(target)[field]).toMatchObject({ kind: 'uncertainDate', sortable: true });
    }
  });

  it('has columns that do not collide, with names that Postgres does not cut', () => {
    const own = Object.entries(fields).flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name));
    const carried = Object.keys(carries).map((name) => carriedColumn(name).name);
    const columns = ['id', ...own, ...carried];
    withoutRepeats(columns);
    for (const name of [tableOf(type), ...columns]) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(longest);
    }
  });

  it('has a prefix that is its own, in lower case', () => {
    expect(prefix).toMatch(/^[a-z]{2,6}$/);
    expect(typeNames.filter((other) => typeOf(other).prefix === prefix)).toEqual([type]);
    expect(Object.values(deskPrefixes)).not.toContain(prefix);
  });
});

describe('all types together', () => {
  it('have root fields of the API that are GraphQL names, each once', () => {
    const roots = typeNames.flatMap((type) => [typeOf(type).one, typeOf(type).many]);
    withoutRepeats(roots);
    for (const root of roots) expect(root).toMatch(graphqlName);
  });

  it('have tables of their own', () => {
    withoutRepeats(typeNames.map(tableOf));
  });

  it('have common fields whose columns do not collide with the identity table’s', () => {
    const identity = ['id', 'type', 'label', 'redirect_to', 'batch_id', 'batch_line', 'absences'];
    withoutRepeats([...identity, ...Object.entries(factFields).flatMap(([name, field]) => columnsOf(name, field).map((column) => column.name))]);
  });

  it('are facts but for the citation, which is evidence', () => {
    expect(typeNames.filter((type) => typeOf(type).category === 'evidence')).toEqual(['Citation']);
    expect(factTypeNames).toEqual(typeNames.filter((type) => type !== 'Citation'));
    const links = factTypeNames.findIndex((type) => typeOf(type).category === 'link');
    expect(factTypeNames.slice(links).every((type) => typeOf(type).category === 'link')).toBe(true);
  });
});

describe.each([...factTypeNames, ...Object.keys(interfaces)])('the ways back to %s', (target) => {
  const inverses = inversesOf(target);

  it('have names of their own, which no field of a type that it covers has', () => {
    withoutRepeats(inverses.map(({ name }) => name));
    for (const concrete of concreteTypes(target))
      for (const { name } of inverses) {
        expect(fieldsOf(concrete)).not.toHaveProperty(name);
        expect(['id', 'type', 'label', 'fields', 'history']).not.toContain(name);
      }
  });

  it('lead to rows whose link fields point at it', () => {
    for (const { type, through } of inverses) {
      expect(through.length).toBeGreaterThan(0);
      for (const name of through) {
        const { kind, target: pointed = '' } = typeOf(type).fields[name] ?? {};
        expect(kind).toBe('link');
        for (const concrete of concreteTypes(target)) expect(concreteTypes(pointed)).toContain(concrete);
      }
    }
  });

  it('are those that every type that it covers has', () => {
    if (!isInterface(target)) return;
    for (const concrete of concreteTypes(target)) expect(inversesOf(concrete).map(({ name }) => name)).toEqual(expect.arrayContaining(inverses.map(({ name }) => name)));
  });
});
