import { demoRegister } from '@chancery/api/demo';
import { Batch, coverageOf, emptyContext, type Operation, outlineOf } from '@chancery/changesets';
import { factTypeOfId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';

const { changesets, keys } = demoRegister();

/** Fields whose evidence is the editor's own knowledge, which the waiver on each fact says. */
const waivable = [
  'Agreement.instrumentType',
  'ExternalCode.value',
  'Organization.organizationType',
  'Place.country',
  'Place.deFactoController',
  'Place.placeType',
];

const creates = changesets.flatMap(({ operations }) =>
  operations.flatMap((operation) => (operation.kind === 'create' ? [operation] : [])),
);

describe('the evidence of the demo register', () => {
  it.each(changesets.map(({ file, operations }) => [file, operations] as const))(
    'every cited field of %s is covered, and waived only where the data says why',
    (_file, operations: readonly Operation[]) => {
      const covered = [...coverageOf(new Batch(operations, outlineOf(operations), emptyContext()))];
      const called = ({ fact, field }: { fact: string; field: string }) => `${keys.get(fact)}.${field}`;
      expect(covered.filter(({ coverage }) => coverage === 'missing').map(called)).toEqual([]);
      const waived = covered.filter(({ coverage }) => coverage === 'waived');
      expect(
        waived.filter(({ fact, field }) => !waivable.includes(`${factTypeOfId(fact)}.${field}`)).map(called),
      ).toEqual([]);
    },
  );

  it('nothing is waived as a whole', () => {
    const wholes = changesets.flatMap(({ operations }) =>
      operations.filter((operation) => 'waivers' in operation && operation.waivers?.['*'] !== undefined),
    );
    expect(wholes).toEqual([]);
  });

  it('every fact has a source: its own, that of its batch, or a waiver with a reason', () => {
    const cited = new Set(
      changesets.flatMap(({ operations }) => operations.flatMap((o) => (o.kind === 'cite' ? [o.fact] : []))),
    );
    const bare = creates.filter(
      ({ type, fact, batch, waivers }) =>
        type !== 'Source' && type !== 'ImportBatch' && !batch && !waivers && !cited.has(fact),
    );
    expect(bare.map(({ fact }) => keys.get(fact))).toEqual([]);
  });

  it('no passage is quoted: the words are our own', () => {
    const excerpts = changesets.flatMap(({ operations }) =>
      operations.filter((operation) => operation.kind === 'cite' && operation.values.excerpt !== undefined),
    );
    expect(excerpts).toEqual([]);
  });
});

describe('the states of the demo register', () => {
  const states = creates.filter(({ type }) => type === 'State').map(({ fact }) => keys.get(fact)?.slice(3) ?? '');
  const codes = new Set(
    creates.flatMap(({ type, values }) =>
      type === 'ExternalCode' ? [`${keys.get(String(values.of))?.slice(3)} ${values.scheme}`] : [],
    ),
  );

  it('are the 193 members of the United Nations, its two observers, Kosovo and Taiwan', () => {
    expect(new Set(states).size).toBe(197);
    expect(states).toEqual(expect.arrayContaining(['VAT', 'PSE', 'XKX', 'TWN', 'NAM']));
  });

  it('have the codes that there are for them', () => {
    const lacking = (scheme: string) => states.filter((state) => !codes.has(`${state} ${scheme}`)).sort();
    expect(lacking('ISO_A2')).toEqual([]);
    expect(lacking('ISO_A3')).toEqual([]);
    expect(lacking('WIKIDATA')).toEqual([]);
    expect(lacking('M49')).toEqual(['XKX']);
    expect(lacking('COW')).toEqual(['PSE', 'VAT']);
    expect(lacking('COW_ABBREVIATION')).toEqual(['PSE', 'VAT']);
    expect(lacking('GW')).toEqual(['PSE', 'VAT']);
  });

  it('have names in the six languages of the United Nations', () => {
    const names = creates.flatMap(({ type, values }) => {
      const { name, of } = values;
      const language = typeof name === 'object' && name !== null && 'language' in name ? name.language : undefined;
      return type === 'Name' && values.nameType === 'SHORT' ? [`${keys.get(String(of))} ${language}`] : [];
    });
    expect(new Set(names).size).toBe(197 * 6);
  });
});
