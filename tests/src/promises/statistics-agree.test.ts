// Every statistic in every situation: the files, the GraphQL fields and the dyad page show the same value or the same
// reason for its absence, and never 0 for an unknown value.
import type { Operation } from '@chancery/changesets';
import { type FactTypeName, newId, type Values } from '@chancery/codebook';
import { reservedPort } from '@chancery/prisma/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAdmin } from '../browser/support/admin-build.ts';
import { type AdminServer, startAdmin } from '../browser/support/admin-server.ts';
import { openBrowserTimeout } from '../browser/support/browser.ts';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived } from '../support/operations.ts';

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

/**
 * Returns the id of a source with a coverage from 2000 to 2010 without 2007, and the operations that create both. The
 * coverage is complete and names the data set `name`. If `name` is `null`, it is a sample and names none.
 */
function dataSet(kind: string, name: string | null, republication = 'ALLOWED') {
  const source = createSource({
    name: `${kind} ${name}`,
    sourceType: 'DATASET',
    independenceGroup: kind,
    republication,
  });
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

/** Returns operations that create a fact with a citation of a source. */
const cited = (source: string, type: FactTypeName, values: Values): Operation[] => {
  const creation = create(type, values);
  return [creation, cite(creation.fact, source)];
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
  const port = await reservedPort();
  origin = `http://127.0.0.1:${port}`;
  [api] = await Promise.all([openApi(), buildAdmin()]);
  admin = await startAdmin(port, api.url);
  await publish([api.people.EDITOR, api.people.ADMIN], facts());
  const { data } = await api.ask('{ measures { name } }');
  names = (data.measures as unknown as { name: string }[]).map(({ name }) => name);
}, openBrowserTimeout);
afterAll(async () => {
  await admin?.close();
  await api?.close();
});

interface Reading {
  readonly value: number | null;
  readonly reasonCode: string | null;
  readonly belowMinimum: boolean;
  readonly completeness: string | null;
}

const readingFields = 'value reasonCode belowMinimum completeness';

interface Situation {
  readonly year: number;
  readonly other: ReturnType<typeof create>;
  readonly rule: 'COMPLETE' | 'ANY';
}

/** Returns a statistic in a situation, as each GraphQL field and each file shows it, by the name of the place. */
async function readingsByPlace(
  name: string,
  { year, other, rule }: Situation,
): Promise<Readonly<Record<string, Reading>>> {
  const options = `options: { coverage: ${rule} }`;
  const { data, errors } = await api.ask(
    `query ($a: ID!, $b: ID!) { dyad(a: { id: $a }, b: { id: $b }) {
      value: measure(measure: ${name}, year: ${year}, ${options}) { ${readingFields} }
      series(measure: ${name}, from: ${year - 1}, to: ${year + 1}, ${options}) { points { year ${readingFields} } } }
     state(id: $a) { partners(measure: ${name}, year: ${year}, first: 300, ${options}) { reasonCode partners { state { id } ${readingFields} } } }
     measureMatrix(measure: ${name}, year: ${year}, ${options}) { states { id } values } }`,
    { a: lydia.fact, b: other.fact },
  );
  expect(errors).toEqual([]);
  const { dyad, state, measureMatrix } = data as unknown as {
    dyad: { value: Reading; series: { points: (Reading & { year: number })[] } };
    state: { partners: { reasonCode: string | null; partners: (Reading & { state: { id: string } })[] } };
    measureMatrix: { states: { id: string }[]; values: (number | null)[][] };
  };
  const places = [lydia, other].map(({ fact }) => measureMatrix.states.findIndex(({ id }) => id === fact));
  const { value } = dyad;
  const point = dyad.series.points.find((candidate) => candidate.year === year);
  // Only states with a value are partners.
  const partner = state.partners.partners.find(({ state: { id } }) => id === other.fact);
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
    // The file of all dyads lists those of the population only.
    ...(inAll ? { 'file of all dyads': pick(inAll) } : {}),
  };
}

type FileRow = Reading & { readonly ids: readonly unknown[] };

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

const pick = (from: Reading | undefined): Reading => {
  if (!from) throw new Error('the response has no value for the year or the dyad');
  const { value, reasonCode, belowMinimum, completeness } = from;
  return { value, reasonCode, belowMinimum, completeness };
};

/** The statistics on the dyad page, with the heading of their table column. */
const onPage = {
  VOTES_KAPPA: 'Kappa on votes',
  VOTES_S: 'S on votes',
  JOINT_MEMBERSHIPS: 'Shared organizations',
  JOINT_EXERCISES: 'Joint exercises held',
} as const;

/** The text on the page for each reason code. */
const reasonWords: Readonly<Record<string, string>> = {
  NOT_COVERED: 'no complete data',
  WITHHELD: 'not public',
  NOT_IN_SYSTEM: 'not in the system of states',
  TOO_FEW: 'nothing to compare',
  NO_VARIANCE: 'no variation',
  UNKNOWN_DATES: 'dates not known',
};

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Returns the row of a year in the statistics table on the page of Lydia and the other state, by column heading.
 * @throws Error if the table has no such row
 */
async function rowOnPage({ year, other }: Situation): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(`${origin}/dyad/${lydia.fact}/${other.fact}`);
  expect(response.status).toBe(200);
  const html = await response.text();
  const [table = ''] = html.split('>Statistics by year</caption>')[1]?.split('</table>') ?? [];
  for (const row of table.split('<tr').slice(1)) {
    const cells = [...row.matchAll(/<t[hd][^>]* data-label="([^"]*)"[^>]*>(.*?)<\/t[hd]>/gs)];
    const byLabel = new Map(cells.map(([, label = '', content = '']) => [label, plain(content)]));
    if (byLabel.get('Year') === String(year)) return byLabel;
  }
  throw new Error(`the statistics table has no row for ${year}`);
}

/** Returns a pattern for the text that the page must show for a value from the API. */
function expectedText(name: keyof typeof onPage, { value, reasonCode, belowMinimum }: Reading): RegExp {
  if (value === null) return new RegExp(`^${reasonWords[reasonCode ?? '']}$`);
  const number = name.startsWith('VOTES') ? value.toFixed(2).replace('-', '−') : String(value);
  return new RegExp(`^${number.replace('.', '\\.')} n = \\d+${belowMinimum ? ' ?\\(few cases\\)' : ''}$`);
}

const includesAny = (name: string, ...parts: string[]) => parts.some((part) => name.includes(part));

/**
 * The situations, each with a function that returns a pattern for the completeness or reason code that a statistic must
 * have there.
 */
const situations: [name: string, situation: Situation, expected: (name: string) => RegExp][] = [
  [
    'covered',
    { year: 2005, other: caria, rule: 'COMPLETE' },
    (name) =>
      includesAny(name, 'ANNOUNCED', 'EVENTS')
        ? /NOT_COVERED/
        : includesAny(name, 'EXERCISES')
          ? /WITHHELD/
          : /COMPLETE|NO_VARIANCE/,
  ],
  ['in a gap', { year: 2007, other: caria, rule: 'COMPLETE' }, () => /NOT_COVERED/],
  ['after the data set', { year: 2015, other: caria, rule: 'COMPLETE' }, () => /NOT_COVERED/],
  [
    'for a sample, when samples are allowed',
    { year: 2015, other: caria, rule: 'ANY' },
    (name) => (includesAny(name, 'ANNOUNCED', 'EXERCISES') ? /TOO_FEW/ : /SAMPLE|NO_VARIANCE/),
  ],
  [
    'for a state outside the population',
    { year: 2005, other: ionia, rule: 'COMPLETE' },
    (name) =>
      includesAny(name, 'ANNOUNCED', 'EVENTS')
        ? /NOT_COVERED/
        : includesAny(name, 'EXERCISES')
          ? /WITHHELD/
          : /NOT_IN_SYSTEM/,
  ],
  [
    'withheld, when samples are allowed',
    { year: 2005, other: caria, rule: 'ANY' },
    (name) =>
      includesAny(name, 'ANNOUNCED')
        ? /TOO_FEW/
        : includesAny(name, 'EXERCISES')
          ? /WITHHELD/
          : /SAMPLE|COMPLETE|NO_VARIANCE/,
  ],
];

describe('every statistic', () => {
  it.each(situations)(
    '%s is the same everywhere',
    async (_name, situation, expected) => {
      expect(names.length).toBeGreaterThan(20);
      expect(names).toEqual(expect.arrayContaining(Object.keys(onPage)));
      // The page shows complete data only.
      const pageRow = situation.rule === 'COMPLETE' ? await rowOnPage(situation) : undefined;
      for (const name of names) {
        const { value, ...others } = await readingsByPlace(name, situation);
        if (!value) throw new Error(`there is no response for ${name}`);
        for (const [place, other] of Object.entries(others)) expect([name, place, other]).toEqual([name, place, value]);
        if (pageRow && name in onPage) {
          const statistic = name as keyof typeof onPage;
          expect([name, pageRow.get(onPage[statistic])]).toEqual([
            name,
            expect.stringMatching(expectedText(statistic, value)),
          ]);
        }
        const result = value.value === null ? String(value.reasonCode) : String(value.completeness);
        expect([name, result]).toEqual([name, expect.stringMatching(expected(name))]);
        // Three roll calls are fewer than ten, and one organization or event fewer than five.
        const isFew = includesAny(name, 'VOTES', 'JACCARD', 'EVENTS_MEAN', 'EVENTS_SHARE') && value.value !== null;
        expect([name, value.belowMinimum]).toEqual([name, isFew]);
      }
    },
    120_000,
  );
});
