import { isDeskId, isId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { readSeed } from './read-seed.ts';

const source = {
  key: 'src:gazette',
  type: 'Source',
  values: { name: 'Gazette', sourceType: 'ARTICLE_NEWSPAPER', reliability: 'B', independenceGroup: 'gazette' },
};
const state = { key: 'st:UTO', type: 'State', values: { name: 'Utopia', validity: '1516/..' } };
const file = (parts: object, name = '01-first.json') => ({
  name,
  text: JSON.stringify({ title: 'A first file', reason: 'To see it read.', ...parts }),
});
const read = (...files: { name: string; text: string }[]) => readSeed(files).changesets.map((c) => c.operations);

describe('reading the demo register', () => {
  it('creates the same ids each time, with the prefix of their type', () => {
    const facts = [source, { ...state, cite: [{ source: 'src:gazette', paragraph: '5' }] }];
    const [once, again] = [readSeed([file({ facts })]), readSeed([file({ facts })])];
    expect(once).toEqual(again);
    const [changeset] = once.changesets;
    expect(isDeskId(changeset?.id ?? '', 'changeset')).toBe(true);
    expect(isId(once.ids.get('st:UTO') ?? '', 'State')).toBe(true);
    for (const operation of changeset?.operations ?? []) expect(isDeskId(operation.id, 'operation')).toBe(true);
    expect(new Set(changeset?.operations.map(({ id }) => id)).size).toBe(3);
  });

  it('replaces keys with ids and texts with dates, and applies the citation defaults', () => {
    const { changesets, ids } = readSeed([
      file({
        defaults: { cite: { source: 'src:gazette', attributedTo: 'pe:MORE' } },
        facts: [
          source,
          state,
          {
            key: 'pe:MORE',
            type: 'Person',
            values: { name: 'More' },
            cite: [{ attributedTo: null, stance: 'MENTIONS' }],
          },
        ],
      }),
    ]);
    const [, created, cited, , mentioned] = changesets[0]?.operations ?? [];
    expect(created).toMatchObject({ kind: 'create', values: { validity: { edtf: '1516/..', basis: 'STATED' } } });
    expect(cited).toMatchObject({
      kind: 'cite',
      fact: ids.get('st:UTO'),
      values: {
        source: ids.get('src:gazette'),
        attributedTo: ids.get('pe:MORE'),
        stance: 'SUPPORTS',
        modality: 'ASSERTED',
        credibility: 2,
      },
    });
    expect(mentioned).toMatchObject({ kind: 'cite', values: { stance: 'MENTIONS' } });
    expect(mentioned).not.toHaveProperty('values.attributedTo');
  });

  it('takes the base of an update from earlier files', () => {
    const [, second] = read(
      file({ facts: [source, state] }),
      file(
        { updates: [{ key: 'st:UTO', set: { name: 'Eutopia', evidenceStatus: 'DISPUTED', note: 'Nowhere.' } }] },
        '02-second.json',
      ),
    );
    expect(second).toMatchObject([
      { kind: 'update', base: { name: 'Utopia', evidenceStatus: 'RECORDED', note: null }, set: { name: 'Eutopia' } },
    ]);
  });

  it('creates a fact for each template and row of a table', () => {
    const table = {
      columns: ['iso3', 'name', 'gw'],
      each: [
        { key: 'st:{iso3}', type: 'State', values: { name: '{name}' } },
        {
          when: 'gw',
          key: 'xc:{iso3}',
          type: 'ExternalCode',
          values: { of: 'st:{iso3}', scheme: 'GW', value: '{gw}' },
        },
      ],
      rows: [
        ['UTO', 'Utopia', '999'],
        ['ERE', 'Erewhon'],
      ],
    };
    const [operations] = read(file({ tables: [table] }));
    expect(operations?.map((operation) => operation.kind === 'create' && operation.values.name)).toEqual([
      'Utopia',
      undefined,
      'Erewhon',
    ]);
  });

  it.each([
    ['invalid JSON', { name: '01-first.json', text: '{' }, /^prisma\/seed\/01-first\.json: /],
    ['an unknown property', file({ fact: [] }), /01-first\.json: .*fact/],
    [
      'an unknown type',
      file({ facts: [{ ...state, type: 'Realm' }] }),
      /facts\.0\.type: is not a type of the codebook/,
    ],
    ['an unknown field', file({ facts: [{ ...state, values: { nom: 'Utopia' } }] }), /st:UTO: nom: State has no field/],
    ['an invalid date', file({ facts: [{ ...state, values: { validity: 'long ago' } }] }), /st:UTO: validity: /],
    [
      'an unknown key',
      file({ facts: [{ ...state, cite: [{ source: 'src:x' }] }] }),
      /st:UTO refers to the key src:x, which neither/,
    ],
    ['a duplicate key', file({ facts: [state, state] }), /the key st:UTO is already used/],
    [
      'an unknown column',
      file({ tables: [{ columns: ['a'], each: [{ key: '{b}' }], rows: [['x']] }] }),
      /table 1, row 1: the table has no column b/,
    ],
    [
      'a row with too many cells',
      file({ tables: [{ columns: ['a'], each: [{ key: '{a}' }], rows: [['x', 'y']] }] }),
      /the row has 2 cells, but the table has 1 column/,
    ],
  ])('reports the place of an error: %s', (_what, broken, message) => {
    expect(() => readSeed([broken])).toThrow(message);
  });
});
