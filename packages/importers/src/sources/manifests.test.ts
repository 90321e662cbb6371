// Every manifest states its source, licence, coverage and expected number of facts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseOperation } from '@chancery/changesets';
import { isFactType, parseUncertainDate } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { coverageIdOf, coverageOperations } from '../matching/coverage-operations.ts';
import { sourceIdOf } from '../matching/provenance.ts';
import { importers } from './index.ts';

describe.each(importers.map(({ manifest }) => manifest))('$key', (manifest) => {
  it('has a folder named after its key, and states publisher, citation and licence', () => {
    expect(existsSync(join(import.meta.dirname, manifest.key, 'manifest.ts'))).toBe(true);
    for (const text of [manifest.title, manifest.publisher, manifest.version, manifest.licence.terms])
      expect(text).toMatch(/\S/);
    expect(manifest.citation).toMatch(/\b\d{4}\b/);
    if (manifest.doi !== undefined) expect(manifest.doi).toMatch(/^10\.\d{4,}\//);
  });

  it('states its coverage once for each kind of fact and data set, with gaps within the period', () => {
    expect(manifest.covers.length).toBeGreaterThan(0);
    // The period is stated in `covers`, by kind of fact.
    expect(manifest.coverage).toBeUndefined();
    const isYear = (text: string) => /^\d{4}$/.test(text);
    for (const { period, gaps, note } of manifest.covers) {
      expect(parseUncertainDate(period)).toMatchObject({ ok: true });
      const [from = '', to = from] = period.split('/');
      expect([from, to].every(isYear) && from <= to).toBe(true);
      if (note !== undefined) expect(note).toMatch(/\.$/);
      if (gaps === undefined) continue;
      expect(parseUncertainDate(gaps)).toMatchObject({ ok: true });
      for (const year of gaps.slice(1, -1).split(',')) expect(from <= year && year <= to).toBe(true);
    }
    const operations = coverageOperations(manifest, sourceIdOf(manifest), 'test');
    for (const operation of operations) expect(parseOperation(operation)).toMatchObject({ ok: true });
    const ids = manifest.covers.map((covered) => coverageIdOf(manifest, covered));
    expect([new Set(ids).size, operations.length]).toEqual([ids.length, 2 * ids.length]);
  });

  it('states the expected number of rows and facts', () => {
    for (const { rows } of manifest.files) expect(rows).toBeGreaterThan(0);
    expect(Object.keys(manifest.facts).length).toBeGreaterThan(0);
    for (const [type, count] of Object.entries(manifest.facts)) {
      expect(isFactType(type)).toBe(true);
      expect(count).toBeGreaterThan(0);
    }
  });

  it('describes every column, and why it is not imported', () => {
    for (const { columns } of manifest.files)
      for (const { meaning, whyNotImported } of Object.values(columns)) {
        expect(meaning).toMatch(/^\p{L}|^\d/u);
        if (whyNotImported !== undefined) expect(whyNotImported).toMatch(/\.$/);
      }
  });
});

it('no two sources have the same key, and no two files the same columns', () => {
  const keys = importers.map(({ manifest }) => manifest.key);
  expect(new Set(keys).size).toBe(keys.length);
  const headers = importers.flatMap(({ manifest }) =>
    manifest.files.map(({ columns }) => Object.keys(columns).sort().join()),
  );
  expect(new Set(headers).size).toBe(headers.length);
});
