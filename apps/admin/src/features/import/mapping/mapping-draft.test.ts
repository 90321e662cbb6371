import { describe, expect, it } from '@jest/globals';
import {
  blankFact,
  blankMapping,
  type MappingDraft,
  missingLine,
  readMissing,
  readSavedMapping,
  toStoredMapping,
  usedColumns,
} from './mapping-draft.ts';

const draft: MappingDraft = {
  ...blankMapping('drills.csv'),
  facts: { second: blankFact('Exercise'), a: blankFact('Participation'), first: blankFact('State') },
};

describe('a saved mapping', () => {
  it('keeps the order of its facts: they are stored as a list', () => {
    const stored = toStoredMapping(draft);
    expect(stored).toMatchObject({ facts: [{ name: 'second' }, { name: 'a' }, { name: 'first' }] });
    const read = readSavedMapping(JSON.parse(JSON.stringify(stored)));
    expect(read).toEqual(draft);
    expect(Object.keys(read?.facts ?? {})).toEqual(['second', 'a', 'first']);
  });

  it('of an earlier release has its facts by name', () => {
    expect(readSavedMapping(draft)).toEqual(draft);
  });
});

it('texts for empty cells are written as they are read', () => {
  const columns = ['troops', 'name'];
  const read = readMissing(' NA, troops=-9,,n/a , troops=-8, x=1', columns);
  expect(read).toEqual({ missing: ['NA', 'n/a', 'x=1'], missingIn: { troops: ['-9', '-8'] } });
  expect(readMissing(missingLine({ ...draft, ...read }), columns)).toEqual(read);
});

it('fallback columns and columns of dates count as used', () => {
  const fact = {
    ...blankFact('Participation'),
    values: { forces: { column: 'units', as: 'text', or: 'ships' } },
    links: {
      actor: { code: 'ISO_A3', column: 'who', orName: 'name', on: { column: 'day', date: 'TYPED' }, separator: ';' },
    },
  } as const;
  expect([...usedColumns({ ...draft, facts: { fact } })]).toEqual(['units', 'ships', 'who', 'name', 'day']);
});
