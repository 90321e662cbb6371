// Exercises, events and agreements are matched by date and participants, never by name alone.
import type { StoredFact } from '@chancery/changesets';
import type { Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { SourceRecord } from '../source-record.ts';
import { stableId } from '../stable-id.ts';
import { storedFact, toyLookup } from '../testing/toy-lookup.ts';
import { outcomes, planRows, recordRows, statedDate, type ToyRecord } from '../testing/toy-source.ts';

const states = ['Lydia', 'Caria', 'Ionia', 'Phrygia'].map((name) => storedFact('State', name, { name }, name));
const [lydia, caria] = states as [StoredFact, StoredFact];
const codeOf = (fact: StoredFact, scheme: string, value: string) =>
  storedFact('ExternalCode', `${scheme} ${value}`, { of: fact.id, scheme, value, status: 'OFFICIAL' });
const codes = states.map((state) => codeOf(state, 'ISO_A3', state.label.slice(0, 3).toUpperCase()));

const storedExercise = (key: string, values: Values, ...actors: readonly StoredFact[]): StoredFact[] => {
  const exercise = storedFact('Exercise', key, { status: 'HELD', ...values }, String(values.name));
  const links = actors.map((actor) =>
    storedFact('Participation', `${key} ${actor.label}`, {
      exercise: exercise.id,
      actor: actor.id,
      role: 'PARTICIPANT',
    }),
  );
  return [exercise, ...links];
};
const danube = (year: string, ...actors: readonly StoredFact[]) =>
  storedExercise(`danube ${year}`, { name: 'Blue Danube', start: statedDate(`${year}-06-10`) }, ...actors);

/** Returns source records of an exercise and its participants, which are given by ISO code. */
const exercise = (key: string, values: Values, ...participants: readonly string[]): ToyRecord[] => [
  {
    type: 'Exercise',
    key,
    values: { status: 'HELD', ...values },
    links: {},
    ...(values.name === 'x' ? { marks: { names: [] } } : {}),
  },
  ...participants.map(
    (value): ToyRecord => ({
      type: 'Participation',
      key: `${key} ${value}`,
      values: { role: 'PARTICIPANT' },
      links: { exercise: { record: key }, actor: { code: { scheme: 'ISO_A3', value, on: '2004' } } },
    }),
  ),
];
const named = (name: string, start: string): Values => ({ name, start: statedDate(start) });
const lookupOver = (...facts: readonly (readonly StoredFact[])[]) => toyLookup([...states, ...codes, ...facts.flat()]);
const first = async (sourceRecords: readonly ToyRecord[], lookup = lookupOver()) =>
  recordRows(await planRows(sourceRecords, lookup))[0];

describe('an exercise', () => {
  it('is matched by name and start, and its participants by codes in lower case', async () => {
    const lookup = lookupOver(danube('2004', lydia, caria));
    const rows = recordRows(
      await planRows(exercise('a', named('BLUE DANUBE', '2004-06-10'), 'lyd', 'car', 'ion'), lookup),
    );
    expect(rows.map(({ outcome, fact }) => [outcome, fact])).toEqual([
      ['CITED', stableId('Exercise', 'danube 2004')],
      ['CITED', stableId('Participation', 'danube 2004 Lydia')],
      ['CITED', stableId('Participation', 'danube 2004 Caria')],
      ['CREATE', stableId('Participation', 'toy a ion')],
    ]);
    expect(rows[0]?.operations).toMatchObject([
      { kind: 'cite', values: { fact: stableId('Exercise', 'danube 2004'), line: '2 of toy.csv', stance: 'SUPPORTS' } },
    ]);
  });

  it('of another year is a new one, and its participants are not added to the stored one', async () => {
    const lookup = lookupOver(danube('2002', lydia, caria));
    const rows = recordRows(await planRows(exercise('a', named('Blue Danube', '2004-06-10'), 'LYD', 'CAR'), lookup));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['CREATE', 'CREATE', 'CREATE']);
    expect(rows[1]?.operations).toMatchObject([{ values: { exercise: stableId('Exercise', 'toy a') } }]);
  });

  it('with a year only is matched in that year, and without a date it is a question', async () => {
    const lookup = lookupOver(danube('2002', lydia), danube('2004', lydia));
    expect(await first(exercise('a', named('Blue Danube', '2004'), 'LYD'), lookup)).toMatchObject({
      outcome: 'CITED',
      fact: stableId('Exercise', 'danube 2004'),
    });
    expect(await first(exercise('a', { name: 'Blue Danube' }, 'LYD'), lookup)).toMatchObject({
      outcome: 'DOUBTFUL',
      question: 'a',
      candidates: [{ label: 'Blue Danube' }, { label: 'Blue Danube' }],
    });
    const undated = lookupOver(storedExercise('danube', { name: 'Blue Danube' }, lydia));
    expect(await first(exercise('a', named('Blue Danube', '2004-06-10'), 'LYD'), undated)).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [
        { score: 0.85, why: expect.stringContaining('the dates are unknown, imprecise or of different years') },
      ],
    });
  });

  it('is matched without participants, and with entirely different ones it is a question', async () => {
    const lookup = lookupOver(danube('2004', lydia, caria));
    expect(await first(exercise('a', named('Blue Danube', '2004-06-10')), lookup)).toMatchObject({ outcome: 'CITED' });
    expect(await first(exercise('a', named('Blue Danube', '2004-06-10'), 'ION'), lookup)).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ score: 0.78, why: expect.stringContaining('0 % of all participants') }],
    });
  });

  it('that may be several is a question, and its participants wait for the answer', async () => {
    const twins = [1, 9].map((day) => storedExercise(`d${day}`, named('Blue Danube', `2004-06-0${day}`), lydia, caria));
    const rows = recordRows(
      await planRows(exercise('a', named('Blue Danube', '2004-06-05'), 'LYD', 'CAR'), lookupOver(...twins)),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['DOUBTFUL', 'LEFT', 'LEFT']);
    expect(rows[0]?.candidates).toHaveLength(2);
  });

  it('without a name is matched by place and participants', async () => {
    const at = { location: 'Vieques, off Sardis' };
    const lookup = lookupOver(storedExercise('v', { ...named('Landing', '2004-06-10'), ...at }, lydia, caria));
    const unnamed = (location: string, ...who: readonly string[]) =>
      first(exercise('a', { ...named('x', '2004-06-14'), location }, ...who), lookup);
    // The different start is reported.
    expect(await unnamed('VIEQUES', 'LYD', 'CAR')).toMatchObject({
      outcome: 'CONFLICT',
      fact: stableId('Exercise', 'v'),
      changes: [{ field: 'start' }],
    });
    expect(await unnamed('Troy', 'LYD', 'CAR')).toMatchObject({ outcome: 'CREATE' });
    expect(await unnamed('VIEQUES', 'LYD', 'ION', 'PHR')).toMatchObject({ outcome: 'CREATE' });
  });

  it('is matched once: a second one like it in the same file is a question', async () => {
    const lookup = lookupOver(danube('2004', lydia, caria));
    const twice = ['a', 'b'].flatMap((key) => exercise(key, named('Blue Danube', '2004-06-10')));
    const rows = recordRows(await planRows(twice, lookup));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['CITED', 'DOUBTFUL']);
    expect(rows[1]?.candidates?.[0]?.why).toContain('An earlier record of this import already matched this fact.');
  });

  it('is matched by its code first', async () => {
    const [old = lydia, ...rest] = danube('2002', lydia);
    const lookup = lookupOver([old, ...rest, codeOf(old, 'MME', 'mme7')], danube('2004', lydia));
    const [first2002, ...others] = exercise('a', named('Blue Danube', '2004-06-10'), 'LYD');
    const coded = { ...first2002, marks: { codes: [{ scheme: 'MME', value: 'MME7' }] } } as ToyRecord;
    expect(await first([coded, ...others], lookup)).toMatchObject({ outcome: 'CONFLICT', fact: old.id });
  });

  it('is referred to by name only together with a date', async () => {
    const lookup = lookupOver(danube('2002'), danube('2004'));
    const participation = (key: string, on?: string): ToyRecord => ({
      type: 'Participation',
      key,
      values: { role: 'PARTICIPANT' },
      links: {
        exercise: { name: { text: 'Blue Danube', ...(on === undefined ? {} : { on }) } },
        actor: { code: { scheme: 'ISO_A3', value: 'LYD' } },
      },
    });
    expect(await first([participation('a', '2004-06')], lookup)).toMatchObject({
      outcome: 'CREATE',
      operations: [{ values: { exercise: stableId('Exercise', 'danube 2004') } }],
    });
    const rows = recordRows(await planRows([participation('a'), participation('b', '2003-06')], lookup));
    expect(rows).toMatchObject([
      { outcome: 'ERROR', message: expect.stringContaining('Add a date') },
      { outcome: 'ERROR', question: 'name Blue Danube on 2003-06' },
    ]);
    expect(rows[0]?.question).toBeUndefined();
  });
});

describe('an event', () => {
  const event = (date: string, category: string): ToyRecord[] => [
    {
      type: 'Event',
      key: 'e',
      values: { title: 'They meet in Sardis', category, date: statedDate(date) },
      links: {},
      marks: { actors: [{ name: { text: 'Lydia' } }, { name: { text: 'Caria' } }] },
    },
  ];
  const meeting = storedFact('Event', 'm', {
    title: 'They meet in Sardis',
    category: 'CONSULT',
    date: statedDate('2004-06-10'),
  });
  const actors = [lydia, caria].map((agent) =>
    storedFact('EventActor', `m ${agent.label}`, { event: meeting.id, agent: agent.id, role: 'ACTOR' }),
  );
  it('is matched within days, not within a month', async () => {
    const lookup = lookupOver([meeting, ...actors]);
    expect(await first(event('2004-06-10', 'CONSULT'), lookup)).toMatchObject({ outcome: 'CITED', fact: meeting.id });
    expect(await first(event('2004-06-24', 'CONSULT'), lookup)).toMatchObject({ outcome: 'CREATE' });
  });
});

describe('an agreement', () => {
  const pact = storedFact(
    'Agreement',
    'p',
    { title: 'Pact of Sardis', topics: ['ALLIANCE', 'FRIENDSHIP'], signed: statedDate('1932-03-04') },
    'Pact of Sardis',
  );
  const signatures = [lydia, caria].map((actor) =>
    storedFact('PartyAction', `p ${actor.label}`, { agreement: pact.id, actor: actor.id, action: 'SIGNATURE' }),
  );
  const alliance = (
    values: Values,
    parties: readonly string[],
    codesOf: { scheme: string; value: string }[] = [],
  ): ToyRecord[] => [
    {
      type: 'Agreement',
      key: 't',
      values: { topics: ['ALLIANCE'], ...values },
      links: {},
      marks: { codes: codesOf, actors: parties.map((value) => ({ code: { scheme: 'ISO_A3', value } })) },
      titleFrom: { kind: 'Defence pact', time: '1932' },
    },
    {
      type: 'ExternalCode',
      key: 'ATOP 7',
      values: { scheme: 'ATOP', value: '7', status: 'OFFICIAL' },
      links: { of: { record: 't' } },
    },
    {
      type: 'Obligation',
      key: 'o',
      values: { obligationType: 'DEFENSE' },
      links: { agreement: { record: 't' }, from: byCode('LYD'), to: byCode('CAR') },
    },
  ];
  const byCode = (value: string): SourceRecord['links'][string] => ({ code: { scheme: 'ISO_A3', value } });
  const signed = (date: string): Values => ({ signed: statedDate(date) });

  it('is matched by day and parties, keeps its title, and gets the code of the source', async () => {
    const rows = recordRows(
      await planRows(alliance(signed('1932-03'), ['LYD', 'CAR']), lookupOver([pact, ...signatures])),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['CITED', 'CREATE', 'CREATE']);
    expect(rows[0]).toMatchObject({ fact: pact.id, operations: [{ kind: 'cite' }] });
    expect(rows[1]?.operations).toMatchObject([{ values: { of: pact.id, scheme: 'ATOP', value: '7' } }]);
  });

  it('is matched by its number in another list whatever else differs, and contradictions are reported', async () => {
    const lookup = lookupOver([pact, ...signatures, codeOf(pact, 'COW_ALLIANCE', '12')]);
    const crosswalk = [
      { scheme: 'ATOP', value: '7' },
      { scheme: 'COW_ALLIANCE', value: '12' },
    ];
    expect(await first(alliance(signed('1932-03-04'), ['ION'], crosswalk), lookup)).toMatchObject({
      outcome: 'CITED',
      fact: pact.id,
    });
    expect(await first(alliance(signed('1931-01-01'), ['LYD'], crosswalk), lookup)).toMatchObject({
      outcome: 'CONFLICT',
      changes: [{ field: 'signed' }],
    });
    // A record with another number in the list is not matched.
    const other = [{ scheme: 'COW_ALLIANCE', value: '13' }];
    expect(await first(alliance(signed('1932-03-04'), ['LYD', 'CAR'], other), lookup)).toMatchObject({
      outcome: 'CREATE',
    });
  });

  it('is matched by the record that has its number, even if another record like it comes first', async () => {
    const lookup = lookupOver([pact, ...signatures, codeOf(pact, 'COW_ALLIANCE', '12')]);
    const [earlier] = alliance(signed('1932-03-04'), ['LYD', 'CAR']);
    const [renewed] = alliance(signed('1952-03-04'), ['LYD', 'CAR'], [{ scheme: 'COW_ALLIANCE', value: '12' }]);
    const both = [earlier, renewed].flatMap((treaty, at) => (treaty ? [{ ...treaty, key: `treaty ${at}` }] : []));
    expect(recordRows(await planRows(both, lookup)).map(({ outcome, fact }) => [outcome, fact === pact.id])).toEqual([
      ['CREATE', false],
      ['CONFLICT', true],
    ]);
  });

  it('with other parties, another time or another kind is new, and its title has kind, parties and year', async () => {
    const lookup = lookupOver([pact, ...signatures]);
    expect(await first(alliance(signed('1932-03-04'), ['ION', 'PHR']), lookup)).toMatchObject({
      outcome: 'CREATE',
      label: 'Defence pact of Ionia and Phrygia, 1932',
    });
    expect(outcomes(await planRows(alliance(signed('1933-03-04'), ['LYD', 'CAR']), lookup))).toEqual([
      'CREATE',
      'CREATE',
      'CREATE',
    ]);
    const trade = { ...signed('1932-03-04'), topics: ['TRADE'] };
    expect(await first(alliance(trade, ['LYD', 'CAR']), lookup)).toMatchObject({ outcome: 'CREATE' });
    expect(await first(alliance(signed('1932-03-04'), ['LYD', 'CAR', 'ION']), lookup)).toMatchObject({
      outcome: 'DOUBTFUL',
      candidates: [{ fact: pact.id, why: expect.stringContaining('67 % of all parties are shared') }],
    });
  });

  it('has obligations of each source side by side', async () => {
    const owed = storedFact('Obligation', 'q', {
      agreement: pact.id,
      from: lydia.id,
      to: caria.id,
      obligationType: 'DEFENSE',
    });
    const rows = recordRows(await planRows(alliance(signed('1932-03-04'), ['LYD', 'CAR']), lookupOver([pact, owed])));
    // The ends of the stored obligation are the parties of the agreement.
    expect(rows.map(({ outcome }) => outcome)).toEqual(['CITED', 'CREATE', 'CREATE']);
  });
});

it('a fact that already cites the source is unchanged', async () => {
  const [found = lydia, ...links] = danube('2004', lydia);
  const source = storedFact('Source', 'import toy 1', { name: 'A toy list, 1' });
  const facts = [...states, ...codes, found, ...links, source];
  const cited = toyLookup(facts, {}, {}, Object.fromEntries([found, ...links].map(({ id }) => [id, [source.id]])));
  const sourceRecords = exercise('a', named('Blue Danube', '2004-06-10'), 'LYD');
  expect(outcomes(await planRows(sourceRecords, cited))).toEqual(['UNCHANGED', 'UNCHANGED']);
});
