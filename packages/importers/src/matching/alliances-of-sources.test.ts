// Two sources with the same alliance: one agreement with a composed title, and separate obligations of each source.
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
const rowWithKey = (rows: readonly PlannedRow[], key: string) => rows.find((row) => row.key === key);
const validity = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;

it('an alliance without a title has a title composed of the names of its parties in the register', async () => {
  const rows = await planned();
  expect(rows.filter(({ type }) => type === 'Agreement').map(({ outcome, label }) => [outcome, label])).toEqual([
    ['CREATE', 'Defence pact of Lydia and Caria, 1832'],
    ['CREATE', 'Entente of Lydia, Ionia and Caria, 1900'],
    ['CREATE', 'Defence pact of Lydia and Caria, 1950'],
  ]);
});

it('a composed title does not contradict a stored title, and updates a title that the source composed before', async () => {
  const alliance = storedFact('Agreement', 'elsewhere', { title: 'Treaty of Sardis', signed: validity('1832-03-04') });
  const code = storedFact('ExternalCode', 'code', { of: alliance.id, scheme: 'COW_ALLIANCE', value: '901' });
  expect(rowWithKey(await planned([alliance, code]), 'alliance 901')).toMatchObject({
    outcome: 'CITED',
    fact: alliance.id,
  });
  const own = storedFact('Agreement', 'cow-alliances alliance 901', {
    title: 'Defence pact of Lydia and Caria, 4 March 1832 (COW alliance 901)',
    ...{ topics: ['ALLIANCE'], signed: validity('1832-03-04'), ended: validity('1840-02-01') },
  });
  expect(rowWithKey(await planned([own]), 'alliance 901')).toMatchObject({
    outcome: 'UPDATE',
    changes: [{ field: 'title', to: 'Defence pact of Lydia and Caria, 1832' }],
  });
});

it('an obligation of another source is never matched, and one of the same source always is', async () => {
  const key = 'obligation 901 991 992 DEFENSE from 1832-03-04';
  const values = {
    ...{ from: lydia?.id ?? '', to: caria?.id ?? '', obligationType: 'DEFENSE', asymmetric: true },
    validity: validity('1832-03-04/1840-02-01'),
  };
  const fact = stableId('Obligation', `cow-alliances ${key}`);
  expect(rowWithKey(await planned([storedFact('Obligation', 'elsewhere', values)]), key)).toMatchObject({
    ...{ outcome: 'CREATE', fact },
  });
  // An obligation that was imported without an agreement is the same obligation.
  expect(rowWithKey(await planned([storedFact('Obligation', `cow-alliances ${key}`, values)]), key)).toMatchObject({
    ...{ outcome: 'UPDATE', fact, changes: [{ field: 'agreement' }] },
  });
});

it('the coverage of the data set is created once for a source that lacks it', async () => {
  const [covered] = manifest.covers;
  const id = covered ? coverageIdOf(manifest, covered) : '';
  const source = { ...storedFact('Source', 'any', { name: 'Formal Alliances' }), id: sourceIdOf(manifest) };
  const coverage = { ...storedFact('Coverage', 'any', {}), id };
  const types = async (...facts: StoredFact[]) => (await planned(facts)).slice(0, 3).map(({ type }) => type);
  expect(await types()).toEqual(['Source', 'Coverage', 'ImportBatch']);
  expect(await types(source)).toEqual(['Coverage', 'ImportBatch', 'Agreement']);
  expect(await types(source, coverage)).toEqual(['ImportBatch', 'Agreement', 'ExternalCode']);
});
