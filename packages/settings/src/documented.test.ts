import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { settings } from './settings.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/**
 * Each setting as the documents must state it: its name, its fixed default, the description of its computed default,
 * and its meaning. A default that a setting lacks is an empty text.
 */
const stated = Object.entries(settings.shape).map(([name, field]) => {
  const { description = '', whenUnset } = field.meta() ?? {};
  const fixed = field instanceof z.ZodDefault ? String(field.def.defaultValue) : '';
  return { name, fixed, computed: typeof whenUnset === 'string' ? whenUnset : '', meaning: description };
});

it('every setting has a meaning', () => {
  expect(stated.filter(({ meaning }) => meaning === '')).toEqual([]);
});

it('the table in docs/operating.md states every setting with its default and meaning', () => {
  const rows = read('docs/operating.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) ?\| (.+) \|$/gm);
  expect([...rows].map(([, name, fallback, meaning]) => ({ name, fallback, meaning }))).toEqual(
    stated.map(({ name, fixed, computed, meaning }) => ({ name, fallback: fixed || computed, meaning })),
  );
});

it('.env.example sets every setting to its default, below its meaning', () => {
  const blocks = [...read('.env.example').matchAll(/((?:^# .*\n)+)^([A-Z_]+)=(.*)$/gm)]
    .map(([, comment = '', name, value]) => ({
      name,
      value,
      meaning: comment.replaceAll(/^# /gm, '').trim().replaceAll('\n', ' '),
    }))
    .filter(({ name }) => name !== 'CHANCERY_DATA');
  expect(blocks).toEqual(
    stated.map(({ name, fixed, computed, meaning }) => ({
      name,
      value: fixed,
      meaning: computed === '' ? meaning : `${meaning} By default: ${computed}`,
    })),
  );
});
