// The outcomes of source records, for each way in which the register may already have a fact.
import type { Operation, StoredFact } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { SourceRecord } from '../source-record.ts';
import { stableDeskId, stableId } from '../stable-id.ts';
import { fileOf } from '../testing/read-source.ts';
import { storedFact, toyLookup } from '../testing/toy-lookup.ts';
import {
  factWithImport,
  outcomes,
  planRows,
  recordRows,
  statedDate,
  type ToyRecord,
  toyImporter,
} from '../testing/toy-source.ts';
import { planImport } from './plan-import.ts';
import type { PlannedRow } from './planned.ts';

const iran = storedFact('State', 'iran', { name: 'Iran', officialName: 'Islamic Republic of Iran' }, 'Iran');
const code = (key: string, of: StoredFact, value: string, validity?: string) =>
  storedFact('ExternalCode', key, {
    of: of.id,
    scheme: 'COW',
    value,
    status: 'OFFICIAL',
    ...(validity === undefined ? {} : { validity: statedDate(validity) }),
  });
const state = (key: string, values: Values, rest: Partial<ToyRecord> = {}): ToyRecord => ({
  type: 'State',
  key,
  values,
  links: {},
  ...rest,
});
const importedId = (type: ToyRecord['type'], key: string) => stableId(type, `toy ${key}`);

describe('a source record that the register does not have', () => {
  it('creates a fact, its import batch and the source', async () => {
    const rows = await planRows([state('a', { name: 'Atlantis' })]);
    expect(rows.map(({ outcome, type }) => [outcome, type])).toEqual([
      ['CREATE', 'Source'],
      ['CREATE', 'ImportBatch'],
      ['CREATE', 'State'],
    ]);
    const [source, batch, atlantis] = rows.flatMap(({ operations }) => operations) as Extract<
      Operation,
      { kind: 'create' }
    >[];
    expect(batch?.values.source).toBe(source?.fact);
    expect(atlantis).toMatchObject({ fact: importedId('State', 'a'), batch: { id: batch?.fact, line: 2 } });
  });

  it('has the same fact id in every import, and another operation id', async () => {
    const [first, again, other] = await Promise.all([
      planRows([state('a', { name: 'Atlantis' })]),
      planRows([state('a', { name: 'Atlantis' })]),
      planRows([state('a', { name: 'Atlantis' })], toyLookup([]), {}, stableDeskId('import', 'two')),
    ]);
    expect(again).toEqual(first);
    expect(other.at(-1)?.fact).toBe(first.at(-1)?.fact);
    expect(other.at(-1)?.operations[0]?.id).not.toBe(first.at(-1)?.operations[0]?.id);
  });

  it('is an error if it is invalid in the codebook', async () => {
    const [row] = recordRows(await planRows([state('a', { name: '' })]));
    expect(row).toMatchObject({ outcome: 'ERROR', line: 2, operations: [] });
  });
});

describe('a record is matched', () => {
  it('by its id if the source created it; differences are updated and cited', async () => {
    const before = {
      ...storedFact('State', 'toy a', { name: 'Atlantis', validity: statedDate('1900/..') }),
      label: 'Atlantis',
    };
    const sourceRecord = state('a', { name: 'Atlantis', validity: statedDate('1901/..') });
    const [row] = recordRows(await planRows([sourceRecord], toyLookup(factWithImport(before))));
    expect(row).toMatchObject({
      outcome: 'UPDATE',
      fact: before.id,
      changes: [{ field: 'validity', from: statedDate('1900/..'), to: statedDate('1901/..') }],
      operations: [
        { kind: 'update', set: { validity: statedDate('1901/..') }, base: { validity: statedDate('1900/..') } },
        { kind: 'cite', values: { fact: before.id, field: 'validity', line: '2 of toy.csv', stance: 'SUPPORTS' } },
      ],
    });
    const same = state('a', { name: 'Atlantis', validity: statedDate('1900/..') });
    expect(outcomes(await planRows([same], toyLookup(factWithImport(before))))).toEqual(['UNCHANGED']);
  });

  it('by its id, without changing fields that an editor has changed since', async () => {
    const before = storedFact('State', 'toy a', { name: 'Atlantis', validity: statedDate('1900/..') });
    const sourceRecord = state('a', { name: 'Atlantis', validity: statedDate('1901/..') });
    const [row] = recordRows(await planRows([sourceRecord], toyLookup([before], {}, { [before.id]: ['validity'] })));
    expect(row).toMatchObject({
      outcome: 'CONFLICT',
      fact: before.id,
      changes: [{ field: 'validity', from: statedDate('1900/..'), to: statedDate('1901/..') }],
      message: expect.stringContaining('An editor has changed at least one of these fields'),
      operations: [],
    });
    const elsewhere = toyLookup([before], {}, { [before.id]: ['note'] });
    expect(outcomes(await planRows([sourceRecord], elsewhere))).toEqual(['UPDATE']);
  });

  it('by the redirect of its id; without a redirect a retired fact stays retired', async () => {
    const id = importedId('State', 'a');
    const redirected = toyLookup([iran], { [id]: { reason: 'The same.', redirectTo: iran.id } });
    expect(recordRows(await planRows([state('a', { name: 'Persia' })], redirected))[0]).toMatchObject({
      outcome: 'CITED',
      fact: iran.id,
    });
    const retired = toyLookup([iran], { [id]: { reason: 'It was never one.' } });
    const [row] = recordRows(await planRows([state('a', { name: 'Persia' })], retired));
    expect(row).toMatchObject({ outcome: 'LEFT', message: expect.stringContaining('It was never one.') });
  });

  it('by a code, and a contradiction of a cited field is a conflict', async () => {
    const stored = { ...iran, values: { ...iran.values, validity: statedDate('1816/..') } };
    const marks = { codes: [{ scheme: 'COW', value: '630' }] };
    const lookup = toyLookup([stored, code('c', iran, '630')]);
    const sourceRecord = (edtf: string) => state('a', { name: 'Persia', validity: statedDate(edtf) }, { marks });
    expect(recordRows(await planRows([sourceRecord('1855/..')], lookup))[0]).toMatchObject({
      outcome: 'CONFLICT',
      fact: iran.id,
      changes: [{ field: 'validity', from: statedDate('1816/..'), to: statedDate('1855/..') }],
      operations: [],
    });
    // The name differs, but is not a cited field.
    expect(outcomes(await planRows([sourceRecord('1816/..')], lookup))).toEqual(['CITED']);
  });

  it('by a code only at the time at which it is valid', async () => {
    const prussia = storedFact('State', 'prussia', { name: 'Prussia' }, 'Prussia');
    const germany = storedFact('State', 'germany', { name: 'Germany' }, 'Germany');
    const lookup = toyLookup([
      prussia,
      germany,
      code('p', prussia, '255', '1816/1945'),
      code('g', germany, '255', '1990/..'),
    ]);
    const match = async (on?: string) =>
      recordRows(
        await planRows(
          [state('a', { name: 'x' }, { marks: { codes: [{ scheme: 'COW', value: '255', ...(on ? { on } : {}) }] } })],
          lookup,
        ),
      )[0];
    expect(await match('1900')).toMatchObject({ fact: prussia.id });
    expect(await match('2000')).toMatchObject({ fact: germany.id });
    expect(await match()).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ label: 'Prussia' }, { label: 'Germany' }],
    });
  });

  it('by a name that is the same after normalization; a similar name is a question', async () => {
    const lookup = toyLookup([iran]);
    const planWithName = (name: string, rest: Values = {}) =>
      planRows([state('a', { name, ...rest }, { marks: { names: [name] } })], lookup);
    expect(recordRows(await planWithName('IRAN'))[0]).toMatchObject({ outcome: 'CITED', fact: iran.id });
    expect(recordRows(await planWithName('Islamic Republic Iran (the)'))[0]).toMatchObject({ fact: iran.id });
    expect(recordRows(await planWithName('Iram'))[0]?.outcome).toBe('CREATE');
    expect(recordRows(await planWithName('Iran, Islamic Republic of'))[0]).toMatchObject({
      outcome: 'DOUBTFUL',
      question: 'a',
      candidates: [{ fact: iran.id, score: 0.85, why: expect.stringContaining('89 %') }],
    });
  });

  it('by no name if it has another code in the same scheme', async () => {
    const lookup = toyLookup([iran, code('c', iran, '630')]);
    const marks = { names: ['Iran'], codes: [{ scheme: 'COW', value: '631' }] };
    expect(outcomes(await planRows([state('a', { name: 'Iran' }, { marks })], lookup))).toEqual(['CREATE']);
  });

  it('by the answer of an editor first', async () => {
    const sourceRecord = state(
      'a',
      { name: 'Iran, Islamic Republic of' },
      { marks: { names: ['Iran, Islamic Republic of'] } },
    );
    const lookup = toyLookup([iran]);
    expect(recordRows(await planRows([sourceRecord], lookup, { a: iran.id }))[0]).toMatchObject({
      outcome: 'CITED',
      fact: iran.id,
    });
    expect(recordRows(await planRows([sourceRecord], lookup, { a: null }))[0]).toMatchObject({
      outcome: 'CREATE',
      fact: importedId('State', 'a'),
    });
    expect(recordRows(await planRows([sourceRecord], toyLookup([]), { a: iran.id }))[0]).toMatchObject({
      outcome: 'ERROR',
      question: 'a',
      message: `An editor matched this record to ${iran.id}, but that fact is no longer in the register. Answer the question again.`,
    });
    const exercise = storedFact('Exercise', 'e', { name: 'Sea Shield' }, 'Sea Shield');
    expect(recordRows(await planRows([sourceRecord], toyLookup([exercise]), { a: exercise.id }))[0]).toMatchObject({
      outcome: 'ERROR',
      question: 'a',
      message: `An editor matched this record to ${exercise.id}, but that fact is not of the type State. Answer the question again.`,
    });
  });
});

describe('a referenced fact', () => {
  const un = storedFact(
    'Organization',
    'un',
    { name: 'United Nations', organizationType: 'IGO_FORMAL' },
    'United Nations',
  );
  const member = (key: string, links: SourceRecord['links'], validity = '1945/..'): ToyRecord => ({
    type: 'Membership',
    key,
    values: { status: 'FULL', validity: statedDate(validity) },
    links,
  });
  const inUn = { organization: { name: { text: 'The United Nations' } } };
  const byCode = (value: string, on = '1950') => ({ ...inUn, member: { code: { scheme: 'COW', value, on } } });

  it('is found by code, by name, and by the key of an earlier record of the import', async () => {
    const lookup = toyLookup([un, iran, code('c', iran, '630')]);
    const rows = recordRows(
      await planRows(
        [
          member('m1', byCode('630')),
          state('a', { name: 'Atlantis' }),
          member('m2', { ...inUn, member: { record: 'a' } }),
        ],
        lookup,
      ),
    );
    expect(rows.map(({ outcome, label }) => [outcome, label])).toEqual([
      ['CREATE', 'Iran in United Nations'],
      ['CREATE', 'Atlantis'],
      ['CREATE', 'Atlantis in United Nations'],
    ]);
    expect(rows[2]?.operations[0]).toMatchObject({ values: { member: importedId('State', 'a'), organization: un.id } });
  });

  it('is found by a code whose period has not started, if no other fact ever had it', async () => {
    const lookup = toyLookup([un, iran, code('c', iran, '630', '1991/..')]);
    expect(recordRows(await planRows([member('m', byCode('630', '1950'))], lookup))[0]).toMatchObject({
      label: 'Iran in United Nations',
    });
  });

  it('is never guessed: the error has the column and the question', async () => {
    const [row] = recordRows(await planRows([member('m', byCode('999'))], toyLookup([un])));
    expect(row).toMatchObject({
      outcome: 'ERROR',
      line: 2,
      column: 'member',
      question: 'code COW 999',
      message: expect.stringContaining('No fact of a suitable type has the code COW 999 on 1950'),
    });
    const answered = await planRows([member('m', byCode('999'))], toyLookup([un, iran]), { 'code COW 999': iran.id });
    expect(outcomes(answered)).toEqual(['CREATE']);
    const twins = [un, { ...un, id: stableId('Organization', 'un 2') }];
    const [several] = recordRows(
      await planRows([member('m', { ...byCode('630') })], toyLookup([...twins, iran, code('c', iran, '630')])),
    );
    expect(several).toMatchObject({ outcome: 'ERROR', question: 'name The United Nations' });
  });

  it('waits for an open question', async () => {
    const doubtful = state(
      'a',
      { name: 'Iran, Islamic Republic of' },
      { marks: { names: ['Iran, Islamic Republic of'] } },
    );
    const rows = await planRows([doubtful, member('m', { ...inUn, member: { record: 'a' } })], toyLookup([un, iran]));
    expect(outcomes(rows)).toEqual(['DOUBTFUL', 'LEFT']);
  });

  it('is unchanged if a stored link has the same ends, kind and time', async () => {
    const storedMembership = (key: string, validity?: string, status = 'FULL') =>
      storedFact('Membership', key, {
        organization: un.id,
        member: iran.id,
        status,
        ...(validity === undefined ? {} : { validity: statedDate(validity) }),
      });
    const planWith = async (...links: StoredFact[]) =>
      recordRows(
        await planRows([member('m', byCode('630'))], toyLookup([un, iran, code('c', iran, '630'), ...links])),
      )[0];
    expect(await planWith(storedMembership('h', '1945-10-24/..'))).toMatchObject({ outcome: 'CITED' });
    // A membership with another date is imported in addition to it. Editors decide which is right.
    expect(await planWith(storedMembership('h', '1950/..'))).toMatchObject({ outcome: 'CREATE' });
    expect(await planWith(storedMembership('h', '1900/1910'))).toMatchObject({ outcome: 'CREATE' });
    expect(await planWith(storedMembership('h', '1945/..', 'OBSERVER'))).toMatchObject({ outcome: 'CREATE' });
    expect(await planWith(storedMembership('h', '1950/1960'), storedMembership('i', '1970/1980'))).toMatchObject({
      outcome: 'CREATE',
    });
    // The missing time is added and cited, and the link as a whole is cited too.
    expect(await planWith(storedMembership('h'))).toMatchObject({
      outcome: 'UPDATE',
      changes: [{ field: 'validity', from: null }],
      operations: [
        { kind: 'update' },
        { kind: 'cite', values: { field: 'validity' } },
        { kind: 'cite', values: expect.not.objectContaining({ field: expect.anything() }) },
      ],
    });
  });
});

describe('codes', () => {
  const spell = (value: string, validity: string, of: SourceRecord['links'][string]): ToyRecord => ({
    type: 'ExternalCode',
    key: `${value} ${validity}`,
    values: { scheme: 'COW', value, validity: statedDate(validity), status: 'OFFICIAL' },
    links: { of },
  });
  const byName = { name: { text: 'Iran' } };

  it('of a state with a code without a period: the first spell sets the period, the next is a new code', async () => {
    const lookup = toyLookup([iran, code('c', iran, '630')]);
    const rows = recordRows(
      await planRows([spell('630', '1855/1900', byName), spell('630', '1910/..', byName)], lookup),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['UPDATE', 'CREATE']);
  });

  it('never overlap: for the same fact that is a conflict, for another an error', async () => {
    const iraq = storedFact('State', 'iraq', { name: 'Iraq' }, 'Iraq');
    const lookup = toyLookup([iran, iraq, code('c', iran, '630', '1855/..')]);
    const overlapping = [spell('630', '1855/1900', byName), spell('630', '1910/..', byName)];
    expect(outcomes(await planRows(overlapping, lookup))).toEqual(['CONFLICT', 'CONFLICT']);
    const [row] = recordRows(await planRows([spell('630', '1900/..', { name: { text: 'Iraq' } })], lookup));
    expect(row).toMatchObject({ outcome: 'ERROR', message: expect.stringContaining('identifies Iran') });
  });
});

describe('links that are unique between their ends', () => {
  it('are not created twice', async () => {
    const resolution = storedFact('Resolution', 'r', { title: 'On peace' }, 'On peace');
    const ballot = (key: string): ToyRecord => ({
      type: 'Ballot',
      key,
      values: { choice: 'YES' },
      links: { resolution: { code: { scheme: 'COW', value: '1' } }, state: { name: { text: 'Iran' } } },
    });
    const lookup = toyLookup([iran, resolution, { ...code('r', resolution, '1') }]);
    expect(outcomes(await planRows([ballot('a'), ballot('b')], lookup))).toEqual(['CREATE', 'ERROR']);
    const stored = storedFact('Ballot', 'b', { resolution: resolution.id, state: iran.id, choice: 'NO' });
    const again = toyLookup([iran, resolution, code('r', resolution, '1'), stored]);
    expect(outcomes(await planRows([ballot('a'), ballot('b')], again))).toEqual(['CONFLICT', 'ERROR']);
  });
});

it('the register is queried once for each kind of data in a batch, not once for each source record', async () => {
  const lookup = toyLookup([iran, code('c', iran, '630')]);
  const sourceRecords = Array.from({ length: 300 }, (_, at) =>
    state(`s${at}`, { name: `State ${at}` }, { marks: { codes: [{ scheme: 'COW', value: String(at) }] } }),
  );
  await planRows(sourceRecords, lookup);
  // Facts are looked up twice: those in answers, and those of the source records.
  expect(lookup.queries.sort()).toEqual(['codes', 'facts', 'facts', 'tombstones', 'tombstones']);
});

it('lines that cannot be read are errors with line and column', async () => {
  const rows: PlannedRow[] = [];
  const plan = {
    importer: toyImporter([state('a', { name: 'Atlantis' })]),
    files: [fileOf('toy.csv', 'n\n0\n""\n')],
    answers: new Map(),
    importId: stableDeskId('import', 'one'),
    grade: { reliability: 'B', credibility: 2 } as const,
  };
  for await (const batch of planImport(plan, toyLookup([]))) rows.push(...batch);
  expect(rows.at(-1)).toMatchObject({ outcome: 'ERROR', file: 'toy.csv', line: 3, column: 'n' });
});
