// Two sources that speak of one alliance: one agreement, whose title is nobody's statement, and obligations of each apart.
import type { StoredFact } from '@chancery/changesets';
import { expect, it } from '@jest/globals';
import { cowAlliances } from '../sources/cow-alliances/index.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { fixturesOf } from '../testing/fixture.ts';
import { fileOf } from '../testing/read-source.ts';
import { storedFact, toyLookup } from '../testing/toy-lookup.ts';
import { coverageIdOf } from './coverage-operations.ts';
import { planImport } from './plan-import.ts';
import type { PlannedRow } from './planned.ts';
import { sourceIdOf } from './provenance.ts';

const { manifest } = cowAlliances;
const name = 'cow_alliance_v4.1_by_member.csv';
const states = ['Lydia', 'Caria', 'Ionia'].flatMap((state, at) => {
  const fact = storedFact('State', state, { name: state });
  const value = String(991 + at);
  return [fact, storedFact('ExternalCode', value, { of: fact.id, scheme: 'COW', value })];
});
const [lydia, , caria] = states;

async function planned(facts: readonly StoredFact[] = []): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  const plan = {
    ...{ importer: cowAlliances, files: [fileOf(name, fixturesOf('cow-alliances')(name))], answers: new Map() },
    ...{ importId: stableDeskId('import', 'one'), grade: manifest.grade },
  };
  for await (const batch of planImport(plan, toyLookup([...states, ...facts]))) rows.push(...batch);
  return rows;
}
const of = (rows: readonly PlannedRow[], key: string) => rows.find((row) => row.key === key);
const validity = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;

it('an alliance without a title is named by the names that its parties have in the register', async () => {
  const rows = await planned();
  expect(rows.filter(({ type }) => type === 'Agreement').map(({ outcome, label }) => [outcome, label])).toEqual([
    ['CREATE', 'Defence pact of Lydia and Caria, 1832'],
    ['CREATE', 'Entente of Lydia, Ionia and Caria, 1900'],
    ['CREATE', 'Defence pact of Lydia and Caria, 1950'],
  ]);
});

it('such a title contradicts none that the register has, and a title of the source’s own making is brought up to date', async () => {
  const alliance = storedFact('Agreement', 'elsewhere', { title: 'Treaty of Sardis', signed: validity('1832-03-04') });
  const code = storedFact('ExternalCode', 'code', { of: alliance.id, scheme: 'COW_ALLIANCE', value: '901' });
  expect(of(await planned([alliance, code]), 'alliance 901')).toMatchObject({
    outcome: 'CITED',
    fact: alliance.id,
  });
  const own = storedFact('Agreement', 'cow-alliances alliance 901', {
    title: 'Defence pact of Lydia and Caria, 4 March 1832 (COW alliance 901)',
    ...{ topics: ['ALLIANCE'], signed: validity('1832-03-04'), ended: validity('1840-02-01') },
  });
  expect(of(await planned([own]), 'alliance 901')).toMatchObject({
    outcome: 'UPDATE',
    changes: [{ field: 'title', to: 'Defence pact of Lydia and Caria, 1832' }],
  });
});

it('an obligation of another source is never taken for one, and one of its own is found again', async () => {
  const key = 'obligation 901 991 992 DEFENSE from 1832-03-04';
  const values = {
    ...{ from: lydia?.id ?? '', to: caria?.id ?? '', obligationType: 'DEFENSE', asymmetric: true },
    validity: validity('1832-03-04/1840-02-01'),
  };
  const fact = stableId('Obligation', `cow-alliances ${key}`);
  expect(of(await planned([storedFact('Obligation', 'elsewhere', values)]), key)).toMatchObject({
    ...{ outcome: 'CREATE', fact },
  });
  // Brought in before obligations had an agreement or without it, it is the same.
  expect(of(await planned([storedFact('Obligation', `cow-alliances ${key}`, values)]), key)).toMatchObject({
    ...{ outcome: 'UPDATE', fact, changes: [{ field: 'agreement' }] },
  });
});

it('what the data set covers is recorded for a source that lacks it, once', async () => {
  const [covered] = manifest.covers;
  const id = covered ? coverageIdOf(manifest, covered) : '';
  const source = { ...storedFact('Source', 'any', { name: 'Formal Alliances' }), id: sourceIdOf(manifest) };
  const recorded = { ...storedFact('Coverage', 'any', {}), id };
  const types = async (...facts: StoredFact[]) => (await planned(facts)).slice(0, 3).map(({ type }) => type);
  expect(await types()).toEqual(['Source', 'Coverage', 'ImportBatch']);
  expect(await types(source)).toEqual(['Coverage', 'ImportBatch', 'Agreement']);
  expect(await types(source, recorded)).toEqual(['ImportBatch', 'Agreement', 'ExternalCode']);
});
