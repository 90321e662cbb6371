import { demoRegister } from '@chancery/api/demo';
import { Batch, coveredFields, emptyContext, type Operation, outlineOf } from '@chancery/changesets';
import { factTypeOfId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';

const { changesets, keys } = demoRegister();

/** The fields that may have a waiver instead of a citation, because they rest on the editor's knowledge. */
const waivableFields = [
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
    'every field of %s that needs evidence has it, or a waiver where waivers are allowed',
    (_file, operations: readonly Operation[]) => {
      const covered = [...coveredFields(new Batch(operations, outlineOf(operations), emptyContext()))];
      const nameOf = ({ fact, field }: { fact: string; field: string }) => `${keys.get(fact)}.${field}`;
      expect(covered.filter(({ coverage }) => coverage === 'missing').map(nameOf)).toEqual([]);
      const waived = covered.filter(({ coverage }) => coverage === 'waived');
      expect(
        waived.filter(({ fact, field }) => !waivableFields.includes(`${factTypeOfId(fact)}.${field}`)).map(nameOf),
      ).toEqual([]);
    },
  );

  it('no fact has a waiver for all of its fields', () => {
    const fullWaivers = changesets.flatMap(({ operations }) =>
      operations.filter((operation) => 'waivers' in operation && operation.waivers?.['*'] !== undefined),
    );
    expect(fullWaivers).toEqual([]);
  });

  it('every fact has a citation, an import batch or a waiver with a reason', () => {
    const cited = new Set(
      changesets.flatMap(({ operations }) => operations.flatMap((o) => (o.kind === 'cite' ? [o.fact] : []))),
    );
    const unsupported = creates.filter(
      ({ type, fact, batch, waivers }) =>
        type !== 'Source' && type !== 'ImportBatch' && !batch && !waivers && !cited.has(fact),
    );
    expect(unsupported.map(({ fact }) => keys.get(fact))).toEqual([]);
  });

  it('no citation quotes a passage', () => {
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

  it('have every code that exists for them', () => {
    const statesWithout = (scheme: string) => states.filter((state) => !codes.has(`${state} ${scheme}`)).sort();
    expect(statesWithout('ISO_A2')).toEqual([]);
    expect(statesWithout('ISO_A3')).toEqual([]);
    expect(statesWithout('WIKIDATA')).toEqual([]);
    expect(statesWithout('M49')).toEqual(['XKX']);
    expect(statesWithout('COW')).toEqual(['PSE', 'VAT']);
    expect(statesWithout('COW_ABBREVIATION')).toEqual(['PSE', 'VAT']);
    expect(statesWithout('GW')).toEqual(['PSE', 'VAT']);
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
