// Every statistic in every situation: files, all fields of GraphQL and the page of two give the same value or the same
// reason, and nothing reads as 0 where the truth is not known.
import type { Operation } from '@chancery/changesets';
import { type FactTypeName, newId, type Values } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAdmin } from '../browser/support/admin-build.ts';
import { type AdminServer, freePort, startAdmin } from '../browser/support/admin-server.ts';
import { openingTime } from '../browser/support/browser.ts';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { aSource, cite, create, createWaived } from '../support/operations.ts';

const stated = (edtf: string) => ({ edtf, basis: 'STATED' }) as const;
const [lydia, caria, ionia] = ['Lydia', 'Caria', 'Ionia'].map((name) => createWaived('State', { name })) as [
  ReturnType<typeof create>,
  ReturnType<typeof create>,
  ReturnType<typeof create>,
];
// Ionia leaves the system in 2003.
const codes = [
  { state: lydia, value: '901', validity: '1990/..' },
  { state: caria, value: '902', validity: '1990/..' },
  { state: ionia, value: '903', validity: '1990/2003' },
].map(({ state, value, validity }) =>
  createWaived('ExternalCode', { of: state.fact, scheme: 'COW', value, validity: stated(validity) }),
);
const assembly = createWaived('Organization', { name: 'Assembly', abbreviation: 'UNGA', organizationType: 'ORGAN' });
const league = createWaived('Organization', { name: 'League', organizationType: 'IGO_FORMAL' });

/** A source with what it covers, from 2000 to 2010 without 2007. */
function dataSet(kind: string, name: string | null, republication = 'ALLOWED') {
  const source = aSource({ name: `${kind} ${name}`, sourceType: 'DATASET', independenceGroup: kind, republication });
  const coverage = createWaived('Coverage', {
    ...{ source: source.fact, kind, population: 'Three states', period: stated('2000/2010'), gaps: stated('2007') },
    completeness: name === null ? 'SAMPLE' : 'COMPLETE',
    ...(name === null ? {} : { dataSet: name }),
  });
  return { source: source.fact, operations: [source, coverage] };
}

const igo = dataSet('MEMBERSHIPS', 'COW_IGO');
const alliances = dataSet('OBLIGATIONS', 'COW_ALLIANCES');
const votes = dataSet('VOTES', 'UNGA');
const exercises = dataSet('EXERCISES', 'MME', 'WITHHELD');
const events = dataSet('EVENTS', null);

/** A fact that a source supports. */
const cited = (source: string, type: FactTypeName, values: Values): Operation[] => {
  const made = create(type, values);
  return [made, cite(made.fact, source)];
};

function facts(): Operation[] {
  const pair = [lydia.fact, caria.fact];
  const years = [2005, 2015];
  const batch = newId('ImportBatch');
  const batchOf = { stance: 'SUPPORTS', modality: 'ASSERTED', credibility: 2 } as const;
  const inBatch = (type: FactTypeName, values: Values, line: number) =>
    create(type, values, { batch: { id: batch, line } });
  return [
    ...[lydia, caria, ionia, ...codes, assembly, league],
    ...[igo, alliances, votes, exercises, events].flatMap(({ operations }) => operations),
    create('ImportBatch', { title: 'Exercises', source: exercises.source, ...batchOf }, { fact: batch }),
    ...pair.flatMap((member) =>
      cited(igo.source, 'Membership', {
        member,
        organization: league.fact,
        status: 'FULL',
        validity: stated('1995/2020'),
      }),
    ),
    ...cited(alliances.source, 'Obligation', {
      ...{ from: lydia.fact, to: caria.fact, obligationType: 'DEFENSE', validity: stated('1995/2020') },
    }),
    ...years.flatMap((year) =>
      [1, 2, 3].flatMap((nth) => {
        const rollCall = create('Resolution', {
          title: `${year}/${nth}`,
          forum: assembly.fact,
          date: stated(`${year}-10-0${nth}`),
        });
        const ballots = pair.flatMap((state, at) =>
          cited(votes.source, 'Ballot', {
            resolution: rollCall.fact,
            state,
            choice: at === 0 || nth > 1 ? 'YES' : 'NO',
          }),
        );
        return [rollCall, cite(rollCall.fact, votes.source), ...ballots];
      }),
    ),
    ...years.flatMap((year, at) => {
      const exercise = inBatch(
        'Exercise',
        { name: `Drill ${year}`, status: 'HELD', start: stated(`${year}-05`) },
        at * 3 + 2,
      );
      const takesPart = pair.map((actor, nth) =>
        inBatch('Participation', { exercise: exercise.fact, actor, role: 'PARTICIPANT' }, at * 3 + 3 + nth),
      );
      return [exercise, ...takesPart];
    }),
    ...years.flatMap((year) => {
      const event = create('Event', {
        title: `Visit ${year}`,
        category: 'CONSULT',
        cameoCode: '042',
        date: stated(`${year}-03`),
      });
      const sides = [
        { agent: lydia.fact, role: 'ACTOR' },
        { agent: caria.fact, role: 'RECIPIENT' },
      ].flatMap((side) => cited(events.source, 'EventActor', { event: event.fact, ...side }));
      return [event, cite(event.fact, events.source), ...sides];
    }),
  ];
}

let api: Api;
let admin: AdminServer;
let origin: string;
let names: string[];
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  [api] = await Promise.all([openApi(), buildAdmin()]);
  admin = await startAdmin(port, api.url);
  await publish([api.people.EDITOR, api.people.ADMIN], facts());
  const { data } = await api.ask('{ measures { name } }');
  names = (data.measures as unknown as { name: string }[]).map(({ name }) => name);
}, openingTime);
afterAll(async () => {
  await admin?.close();
  await api?.close();
});

interface Told {
  readonly value: number | null;
  readonly reasonCode: string | null;
  readonly belowMinimum: boolean;
  readonly completeness: string | null;
}

const told = 'value reasonCode belowMinimum completeness';

interface Situation {
  readonly year: number;
  readonly other: ReturnType<typeof create>;
  readonly rule: 'COMPLETE' | 'ANY';
}

/** One statistic in one situation, as each place tells it. */
async function everywhere(name: string, { year, other, rule }: Situation): Promise<Readonly<Record<string, Told>>> {
  const options = `options: { coverage: ${rule} }`;
  const { data, errors } = await api.ask(
    `query ($a: ID!, $b: ID!) { dyad(a: { id: $a }, b: { id: $b }) {
      value: measure(measure: ${name}, year: ${year}, ${options}) { ${told} }
      series(measure: ${name}, from: ${year - 1}, to: ${year + 1}, ${options}) { points { year ${told} } } }
     state(id: $a) { partners(measure: ${name}, year: ${year}, first: 300, ${options}) { reasonCode partners { state { id } ${told} } } }
     measureMatrix(measure: ${name}, year: ${year}, ${options}) { states { id } values } }`,
    { a: lydia.fact, b: other.fact },
  );
  expect(errors).toEqual([]);
  const { dyad, state, measureMatrix } = data as unknown as {
    dyad: { value: Told; series: { points: (Told & { year: number })[] } };
    state: { partners: { reasonCode: string | null; partners: (Told & { state: { id: string } })[] } };
    measureMatrix: { states: { id: string }[]; values: (number | null)[][] };
  };
  const places = [lydia, other].map(({ fact }) => measureMatrix.states.findIndex(({ id }) => id === fact));
  const { value } = dyad;
  const point = dyad.series.points.find((one) => one.year === year);
  // Partners are those with a number alone.
  const partner = state.partners.partners.find((one) => one.state.id === other.fact);
  expect([name, year, partner?.value ?? null]).toEqual([name, year, value.value]);
  expect([name, year, measureMatrix.values[places[0] ?? -1]?.[places[1] ?? -1] ?? null]).toEqual([
    name,
    year,
    value.value,
  ]);
  const file = await fileOf(name, { year, rule }, `&a=901&b=${other === caria ? '902' : '903'}`);
  const all = await fileOf(name, { year, rule }, '');
  const isPair = (row: FileRow) => row.ids.includes(lydia.fact) && row.ids.includes(other.fact);
  const inAll = all.find(isPair);
  return {
    value,
    point: pick(point),
    ...(partner ? { partner: pick(partner) } : {}),
    'file of a dyad': pick(file[0]),
    // A file of all dyads holds those of the population.
    ...(inAll ? { 'file of all dyads': pick(inAll) } : {}),
  };
}

type FileRow = Told & { readonly ids: readonly unknown[] };

async function fileOf(
  name: string,
  { year, rule }: Pick<Situation, 'year' | 'rule'>,
  pair: string,
): Promise<FileRow[]> {
  const path = `/measures/${name.toLowerCase().replaceAll('_', '-')}?year=${year}&coverage=${rule}&format=json${pair}`;
  const { columns, rows } = (await (await fetch(api.url + path)).json()) as { columns: string[]; rows: unknown[][] };
  const at = (row: unknown[], column: string) => row[columns.indexOf(column)];
  return rows.map((row) => ({
    ids: [at(row, 'a_id'), at(row, 'b_id')],
    value: at(row, 'value') as number | null,
    reasonCode: at(row, 'reason_code') as string | null,
    belowMinimum: at(row, 'below_minimum') as boolean,
    completeness: at(row, 'completeness') as string | null,
  }));
}

const pick = (from: Told | undefined): Told => {
  if (!from) throw new Error('it is not there');
  const { value, reasonCode, belowMinimum, completeness } = from;
  return { value, reasonCode, belowMinimum, completeness };
};

/** The statistics of the page of two, by the headings of its table. */
const onPage = {
  VOTES_KAPPA: 'Kappa on votes',
  VOTES_S: 'S on votes',
  JOINT_MEMBERSHIPS: 'Organizations shared',
  JOINT_EXERCISES: 'Joint exercises held',
} as const;

/** What the page says of each reason. */
const reasonWords: Readonly<Record<string, string>> = {
  NOT_COVERED: 'no complete data',
  WITHHELD: 'not public',
  NOT_IN_SYSTEM: 'not in the system',
  TOO_FEW: 'nothing to compare',
  NO_VARIANCE: 'no variation',
  UNKNOWN_DATES: 'dates not known',
};

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The row of a year in the table of statistics on the page of Lydia and another, by the headings of its columns. */
async function rowOnPage({ year, other }: Situation): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(`${origin}/dyad/${lydia.fact}/${other.fact}`);
  expect(response.status).toBe(200);
  const html = await response.text();
  const [table = ''] = html.split('>The measures by year</caption>')[1]?.split('</table>') ?? [];
  for (const row of table.split('<tr').slice(1)) {
    const cells = [...row.matchAll(/<t[hd][^>]* data-label="([^"]*)"[^>]*>(.*?)<\/t[hd]>/gs)];
    const byLabel = new Map(cells.map(([, label = '', content = '']) => [label, plain(content)]));
    if (byLabel.get('Year') === String(year)) return byLabel;
  }
  throw new Error(`the page has no row of ${year}`);
}

/** What the page must say where the API says this. */
function wordsOf(name: keyof typeof onPage, { value, reasonCode, belowMinimum }: Told): RegExp {
  if (value === null) return new RegExp(`^${reasonWords[reasonCode ?? '']}$`);
  const number = name.startsWith('VOTES') ? value.toFixed(2).replace('-', '−') : String(value);
  return new RegExp(`^${number.replace('.', '\\.')} n = \\d+${belowMinimum ? ' ?\\(few\\)' : ''}$`);
}

const isOf = (name: string, ...beginnings: string[]) => beginnings.some((one) => name.includes(one));

/** What a statistic must read in a situation, from what the register holds: a value, or a reason. */
const situations: [name: string, situation: Situation, expected: (name: string) => RegExp][] = [
  [
    'covered',
    { year: 2005, other: caria, rule: 'COMPLETE' },
    (name) =>
      isOf(name, 'ANNOUNCED', 'EVENTS') ? /NOT_COVERED/ : isOf(name, 'EXERCISES') ? /WITHHELD/ : /COMPLETE|NO_VARIANCE/,
  ],
  ['in a gap', { year: 2007, other: caria, rule: 'COMPLETE' }, () => /NOT_COVERED/],
  ['after the data set', { year: 2015, other: caria, rule: 'COMPLETE' }, () => /NOT_COVERED/],
  [
    'of a sample that is asked for',
    { year: 2015, other: caria, rule: 'ANY' },
    (name) => (isOf(name, 'ANNOUNCED', 'EXERCISES') ? /TOO_FEW/ : /SAMPLE|NO_VARIANCE/),
  ],
  [
    'of a state outside the population',
    { year: 2005, other: ionia, rule: 'COMPLETE' },
    (name) =>
      isOf(name, 'ANNOUNCED', 'EVENTS') ? /NOT_COVERED/ : isOf(name, 'EXERCISES') ? /WITHHELD/ : /NOT_IN_SYSTEM/,
  ],
  [
    'withheld, also where a sample is asked for',
    { year: 2005, other: caria, rule: 'ANY' },
    (name) =>
      isOf(name, 'ANNOUNCED') ? /TOO_FEW/ : isOf(name, 'EXERCISES') ? /WITHHELD/ : /SAMPLE|COMPLETE|NO_VARIANCE/,
  ],
];

describe('every statistic', () => {
  it.each(situations)(
    '%s reads the same everywhere',
    async (_name, situation, expected) => {
      expect(names.length).toBeGreaterThan(20);
      expect(names).toEqual(expect.arrayContaining(Object.keys(onPage)));
      // The page asks for what is complete.
      const shown = situation.rule === 'COMPLETE' ? await rowOnPage(situation) : undefined;
      for (const name of names) {
        const { value, ...others } = await everywhere(name, situation);
        if (!value) throw new Error(`${name} has no value`);
        for (const [place, other] of Object.entries(others)) expect([name, place, other]).toEqual([name, place, value]);
        if (shown && name in onPage) {
          const statistic = name as keyof typeof onPage;
          expect([name, shown.get(onPage[statistic])]).toEqual([
            name,
            expect.stringMatching(wordsOf(statistic, value)),
          ]);
        }
        const reads = value.value === null ? String(value.reasonCode) : String(value.completeness);
        expect([name, reads]).toEqual([name, expect.stringMatching(expected(name))]);
        // Three roll calls are fewer than ten, and one organization or event fewer than five.
        const isFew = isOf(name, 'VOTES', 'JACCARD', 'EVENTS_MEAN', 'EVENTS_SHARE') && value.value !== null;
        expect([name, value.belowMinimum]).toEqual([name, isFew]);
      }
    },
    120_000,
  );
});
