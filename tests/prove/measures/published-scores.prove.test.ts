// Compares the formulas with published scores, on the data that the scores were computed from. The files may not be
// redistributed; they are in the folder CHANCERY_DATA.
import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { crossTable, kappa, missingLevel, pi, sharedMemberships } from '@chancery/measures';
import { beforeAll, expect, it } from '@jest/globals';

const folder = process.env.CHANCERY_DATA ?? resolve(import.meta.dirname, '../../../../shared/data');
// Published with three decimals.
const rounding = 0.0005 + 1e-9;

beforeAll(() => {
  if (!existsSync(folder))
    throw new Error(`${folder} does not exist. Set CHANCERY_DATA to the folder of the published files.`);
});

/**
 * Calls `take` with the cells of the named columns, row by row. Splits lines at commas, so neither these columns nor
 * any before them may contain a comma.
 * @throws Error if the file has no such column
 */
async function eachRow(name: string, columns: readonly string[], take: (cells: string[]) => void): Promise<void> {
  const bytes = createReadStream(join(folder, name));
  const lines = createInterface({ input: name.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes });
  let places: number[] | undefined;
  for await (const line of lines) {
    const cells = line.split(',');
    if (places) take(places.map((place) => cells[place] ?? ''));
    else {
      places = columns.map((column) => cells.indexOf(column));
      if (places.includes(-1))
        throw new Error(`${name} has no column ${columns[places.indexOf(-1)]}. Check that it is the published file.`);
    }
  }
}

/** Returns the value of a key. If the map has none, adds the value that `make` returns. */
function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const existing = map.get(key);
  if (existing !== undefined) return existing;
  const value = make();
  map.set(key, value);
  return value;
}

interface Score {
  readonly pair: readonly [first: string, second: string];
  readonly year: string;
  readonly kappa: number;
  readonly pi: number;
}

async function publishedScores(names: readonly [kappa: string, pi: string]): Promise<Score[]> {
  const scores: Score[] = [];
  await eachRow('fpsim_v2_published_ally_dyads.csv', ['ccode1', 'ccode2', 'year', ...names], (cells) => {
    const [first = '', second = '', year = '', k = '', p = ''] = cells;
    if (k !== '' && p !== '') scores.push({ pair: [first, second], year, kappa: Number(k), pi: Number(p) });
  });
  return scores;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

it('kappa and pi on the votes of a calendar year equal the published scores if absences count as abstentions', async () => {
  const yearOf = new Map<string, string>();
  await eachRow(
    'unga_roll_calls.csv.gz',
    ['rcid', 'session_unvotes', 'date', 'cal_year'],
    ([rcid = '', , , year = '']) => yearOf.set(rcid, year),
  );
  const rollCalls = new Map<string, Map<string, number>>();
  const votes = new Map<string, Map<string, Map<string, number>>>();
  const places: Readonly<Record<string, number>> = { 1: 0, 2: 1, 3: 2, 8: 1 };
  await eachRow(
    'unga_votes_1946_2015_ccode.csv.gz',
    ['rcid', 'ccode', 'vote'],
    ([rcid = '', state = '', vote = '']) => {
      const year = yearOf.get(rcid) ?? '';
      const place = places[vote];
      if (place === undefined)
        throw new Error(`the vote ${vote} of state ${state} in roll call ${rcid} is none of 1, 2, 3 and 8`);
      const numbers = getOrAdd(rollCalls, year, () => new Map());
      getOrAdd(numbers, rcid, () => numbers.size);
      getOrAdd(
        getOrAdd(votes, year, () => new Map()),
        state,
        () => new Map(),
      ).set(rcid, place);
    },
  );
  const scale = { name: 'votes', levels: [1, 2, 3] };
  let [matched, compared] = [0, 0];
  for (const { pair, year, ...score } of await publishedScores(['kappavv', 'pivv'])) {
    const all = [...(rollCalls.get(year)?.keys() ?? [])];
    const [x, y] = pair.map((state) => {
      const own = votes.get(year)?.get(state);
      return all.map((rcid) => own?.get(rcid) ?? missingLevel);
    });
    const table = crossTable(scale, x ?? [], y ?? []);
    for (const [value, expected] of [
      [kappa(table, { undefinedAs: 'haege2011' }).value, score.kappa],
      [pi(table, { undefinedAs: 'haege2011' }).value, score.pi],
    ] as const) {
      compared += 1;
      if (value !== null && Math.abs(value - expected) <= rounding) matched += 1;
    }
  }
  say(`kappa and pi on votes: ${matched} of ${compared}`);
  expect(compared).toBeGreaterThan(8_000);
  expect(matched).toBe(compared);
});

it('kappa and pi on binary alliances equal the published scores if each state of the system is also its own ally', async () => {
  const spells: { state: string; from: number; to: number }[] = [];
  await eachRow('cow_states_v2016.csv', ['ccode', 'styear', 'endyear'], ([state = '', from, to]) =>
    spells.push({ state, from: Number(from), to: Number(to) }),
  );
  const allies = new Map<string, Set<string>>();
  await eachRow(
    'cow_alliance_v4.1_directed_dyad_year.csv.gz',
    ['ccode1', 'ccode2', 'year'],
    ([one, other = '', year]) => getOrAdd(allies, `${one} ${year}`, () => new Set()).add(other),
  );
  const scale = { name: 'binary alliances', levels: [0, 1] };
  let [matched, compared] = [0, 0];
  for (const { pair, year, ...score } of await publishedScores(['kappaba', 'piba'])) {
    const number = Number(year);
    const system = [
      ...new Set(spells.filter(({ from, to }) => from <= number && to >= number).map(({ state }) => state)),
    ];
    const [x, y] = pair.map((state) =>
      system.map((other) => (other === state || allies.get(`${state} ${year}`)?.has(other) ? 1 : 0)),
    );
    const table = crossTable(scale, x ?? [], y ?? []);
    for (const [value, expected] of [
      [kappa(table, { undefinedAs: 'haege2011' }).value, score.kappa],
      [pi(table, { undefinedAs: 'haege2011' }).value, score.pi],
    ] as const) {
      compared += 1;
      if (value !== null && Math.abs(value - expected) <= rounding) matched += 1;
    }
  }
  say(`kappa and pi on binary alliances: ${matched} of ${compared}`);
  expect(compared).toBeGreaterThan(8_000);
  expect(matched).toBe(compared);
});

it('joint memberships equal the published counts if full and associate memberships count', async () => {
  const memberOf = new Map<string, Set<string>>();
  await eachRow('cow_igo_v3_membership_years.csv.gz', ['ionum', 'ioname', 'ccode', 'year', 'status'], (cells) => {
    const [organization = '', , state, year, status] = cells;
    if (status === '1' || status === '2') getOrAdd(memberOf, `${state} ${year}`, () => new Set()).add(organization);
  });
  let [matched, compared] = [0, 0];
  await eachRow(
    'cow_igo_v3_joint_counts_1975_2000_2014.csv',
    ['ccode1', 'ccode2', 'year', 'dyadigos'],
    ([first, second, year, count]) => {
      const of = (state: string | undefined) => memberOf.get(`${state} ${year}`) ?? new Set<string>();
      compared += 1;
      if (sharedMemberships(of(first), of(second)).count.value === Number(count)) matched += 1;
    },
  );
  say(`joint memberships: ${matched} of ${compared}`);
  expect(compared).toBe(48_235);
  expect(matched).toBe(compared);
});
