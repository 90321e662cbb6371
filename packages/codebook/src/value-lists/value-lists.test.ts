import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fieldsOf, isTypeName, typeNames } from '../codebook.ts';
import { interfaces } from '../interfaces.ts';
import { type ValueList, valuesOf } from '../value-list.ts';

const files = readdirSync(new URL('.', import.meta.url)).filter((file) => !file.endsWith('.test.ts'));
const modules = await Promise.all(files.map((file) => import(`./${file}`) as Promise<Record<string, object>>));
const exported = modules.flatMap((module) => Object.entries(module));
const lists = exported.filter((entry): entry is [string, ValueList] => 'values' in entry[1] && 'description' in entry[1]);
const sets = exported.filter((entry): entry is [string, readonly string[]] => Array.isArray(entry[1]));

describe.each(lists)('the list %s', (exportedName, list) => {
  it('has a valid name and a description that is a sentence', () => {
    expect(list.name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
    expect(isTypeName(list.name) || list.name in interfaces).toBe(false);
    expect(list.description).toMatch(/^[A-Z].*[.)]$/s);
    // One of the names of the list and of the export contains the other.
    const [listName, exportName] = [list.name.toLowerCase(), exportedName.toLowerCase()];
    expect(listName.includes(exportName) || exportName.includes(listName)).toBe(true);
  });

  it('has values in UPPER_SNAKE with labels and descriptions', () => {
    expect(valuesOf(list).length).toBeGreaterThan(1);
    for (const [value, { label, description }] of Object.entries(list.values)) {
      expect(value).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(63);
      expect(['TRUE', 'FALSE', 'NULL']).not.toContain(value);
      expect(label).toMatch(/^\p{Lu}.*[^.]$|^\p{Lu}$/su);
      expect(description).toMatch(/^[A-Z“].*\.$/s);
    }
  });

  it('has unique labels', () => {
    const labels = Object.values(list.values).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

it.each(sets)('the set %s has values, each once', (_name, values) => {
  expect(values.length).toBeGreaterThan(0);
  expect(new Set(values).size).toBe(values.length);
});

describe('all lists together', () => {
  it('have unique names', () => {
    const names = lists.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('include the list of every field', () => {
    const allLists = new Set(lists.map(([, list]) => list));
    for (const type of typeNames) for (const { list } of Object.values(fieldsOf(type))) if (list) expect(allLists.has(list)).toBe(true);
  });
});
