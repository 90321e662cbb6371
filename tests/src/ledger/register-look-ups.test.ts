// Lookups for imports: records by date with their actors, and the facts that a source supports.
import { datedRecords, factsSupportedBy } from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, openDesk, publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived } from '../support/operations.ts';

let desk: Desk;
const [lydia, caria] = [createWaived('State', { name: 'Lydia' }), createWaived('State', { name: 'Caria' })];
const [source, other] = [createSource(), createSource({ name: 'A list', independenceGroup: 'list' })];
const batch = create('ImportBatch', {
  title: 'Lines',
  source: source.fact,
  stance: 'SUPPORTS',
  modality: 'ASSERTED',
  credibility: 2,
});
const exercise = (name: string, start?: string) =>
  create(
    'Exercise',
    { name, status: 'HELD', ...(start === undefined ? {} : { start: { edtf: start, basis: 'STATED' as const } }) },
    { batch: { id: batch.fact, line: 2 } },
  );
const [early, late, undated] = [exercise('Lion', '1980-05-04'), exercise('Lion', '1982-05'), exercise('Lion')];
const pact = createWaived('Agreement', { title: 'Pact', adopted: { edtf: '1932-03-04', basis: 'STATED' } });
const links = [
  createWaived('Participation', { exercise: early.fact, actor: lydia.fact, role: 'PARTICIPANT' }),
  createWaived('Participation', { exercise: early.fact, actor: lydia.fact, role: 'HOST' }),
  createWaived('PartyAction', { agreement: pact.fact, actor: lydia.fact, action: 'SIGNATURE' }),
  createWaived('Obligation', { agreement: pact.fact, from: lydia.fact, to: caria.fact, obligationType: 'DEFENSE' }),
];
const code = createWaived('ExternalCode', { of: early.fact, scheme: 'MME', value: 'mme1', status: 'OFFICIAL' });

beforeAll(async () => {
  desk = await openDesk();
  const people = [await desk.createUser('Ana'), await desk.createUser('Ben')] as const;
  const records = [lydia, caria, source, other, batch, early, late, undated, pact, ...links, code];
  const cites = [cite(late.fact, other.fact), cite(early.fact, other.fact, { field: 'start' })];
  await publish(people, [...records, ...cites]);
}, 60_000);
afterAll(() => desk.close());

const exercises = {
  type: 'Exercise',
  actors: [{ type: 'Participation', of: 'exercise', fields: ['actor'] }],
} as const;
const agreements = {
  type: 'Agreement',
  actors: [
    { type: 'PartyAction', of: 'agreement', fields: ['actor'] },
    { type: 'Obligation', of: 'agreement', fields: ['from', 'to'] },
  ],
} as const;

it('finds records by date, with their actors and the source that they were imported from', async () => {
  const found = await datedRecords(desk.desk, exercises, [{ from: '1980-04-01', to: '1980-06-01' }]);
  expect(found.map(({ fact, ...rest }) => ({ id: fact.id, ...rest })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [
      {
        id: early.fact,
        names: [],
        codes: [{ scheme: 'MME', value: 'mme1' }],
        actors: [lydia.fact],
        source: source.fact,
      },
      { id: undated.fact, names: [], codes: [], actors: [], source: source.fact },
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const ids = async (from: string, to: string) =>
    (await datedRecords(desk.desk, exercises, [{ from, to }])).map(({ fact }) => fact.id).sort();
  expect(await ids('1982-05-31', '1982-06-30')).toEqual([late.fact, undated.fact].sort());
  expect(await ids('', '~')).toEqual([early.fact, late.fact, undated.fact].sort());
});

it('finds an agreement by whichever date is recorded, with all its actors', async () => {
  const [found, ...more] = await datedRecords(desk.desk, agreements, [{ from: '1932-01-01', to: '1932-12-31' }]);
  expect(more).toEqual([]);
  expect(found?.fact.values).toMatchObject({ title: 'Pact' });
  expect([...(found?.actors ?? [])].sort()).toEqual([lydia.fact, caria.fact].sort());
  expect(await datedRecords(desk.desk, agreements, [{ from: '1933-01-01', to: '1933-12-31' }])).toEqual([]);
});

it('a source supports the facts of its batches and the facts that cite it without a field', async () => {
  const all = new Set([early.fact, late.fact, undated.fact, pact.fact]);
  expect(await factsSupportedBy(desk.desk, source.fact, all)).toEqual(new Set([early.fact, late.fact, undated.fact]));
  expect(await factsSupportedBy(desk.desk, other.fact, all)).toEqual(new Set([late.fact]));
  expect(await factsSupportedBy(desk.desk, other.fact, new Set())).toEqual(new Set());
});
