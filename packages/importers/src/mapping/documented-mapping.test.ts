// The example in docs/own-tables.md reads the table above it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fileOf, readSource } from '../testing/read-source.ts';
import { recordChecker } from '../testing/record-checker.ts';
import { importerOfMapping } from './importer-of-mapping.ts';
import { readMapping } from './read-mapping.ts';

const text = readFileSync(join(import.meta.dirname, '../../../../docs/own-tables.md'), 'utf8');

it('the documented mapping is valid, and reads the documented table', async () => {
  const json = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
  const outcome = readMapping(JSON.parse(json));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const rows = text
    .split('\n')
    .filter((line) => /^\| (no|\d) \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(','),
    );
  expect(rows).toHaveLength(3);
  const file = fileOf('drills.csv', `${rows.join('\n')}\n`);
  const { records, problems } = await readSource(importerOfMapping(outcome.mapping), [file]);
  expect(problems).toEqual([]);
  expect(records.flatMap(recordChecker())).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual([
    'drill · 1',
    'participant · 1 · IRN',
    'participant · 1 · OMN',
    'participant · 1 · Ruritania',
    'drill · 2',
    'participant · 2 · rus',
  ]);
});
