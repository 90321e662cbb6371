// Compares statistics from the public endpoint with published scores, on registers that imported the data behind the
// scores: one that was empty, and one that started with the demo register.
import { publishedFile, rowsOf } from '@chancery/importers/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataRegister, importAll, importAllOnDemo, openDataRegister } from './data-register.ts';

// Published with three decimals.
const rounding = 0.0005 + 1e-9;

const say = (line: string) => process.stdout.write(`${line}\n`);

// For 1990 the Correlates of War list West Germany and Germany, and North Yemen and Yemen, as separate states. The demo
// register has one state with both codes for each pair, so scores of that year are based on two states fewer.
const yearOfJoinedStates = 1990;

describe.each([
  ['an empty register', importAll, undefined],
  ['the demo register', importAllOnDemo, yearOfJoinedStates],
])('published values, compared with %s after all imports', (_name, fill, differingYear) => {
  let register: DataRegister;
  /** Ids of states by COW code. */
  const states = new Map<string, string>();

  // Takes as long as all imports together.
  beforeAll(async () => {
    register = await openDataRegister(fill, say);
    states.clear();
    let after: string | null = null;
    do {
      const { data, errors } = await register.ask(
        `query ($after: String) { externalCodes(first: 100, after: $after, filter: { scheme: { eq: COW } }) {
        nodes { value of { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = data.externalCodes as unknown as {
        nodes: { value: string; of: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      for (const { value, of } of nodes) states.set(value, of.id);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  });
  afterAll(() => register?.close());

  interface Series {
    readonly points: readonly { readonly year: number; readonly value: number | null }[];
  }

  /**
   * Queries two measures of each dyad for all of its years, and compares them with the published scores in these
   * columns. Returns how many scores were compared, how many of them matched after rounding, and the years of the
   * others.
   */
  async function compare(
    measures: readonly [kappa: string, pi: string],
    columns: readonly [kappa: string, pi: string],
    options = 'convention: HAEGE_2011',
  ): Promise<{ matched: number; compared: number; missedIn: Set<number> }> {
    const missedIn = new Set<number>();
    const dyads = new Map<string, { year: number; kappa: number; pi: number }[]>();
    for await (const cell of rowsOf(publishedFile('fpsim_v2_published_ally_dyads.csv'))) {
      const [kappa, pi] = columns.map(cell);
      if (!kappa || !pi) continue;
      const pair = `${cell('ccode1')} ${cell('ccode2')}`;
      const scores = dyads.get(pair) ?? [];
      dyads.set(pair, scores);
      scores.push({ year: Number(cell('year')), kappa: Number(kappa), pi: Number(pi) });
    }
    let [matched, compared] = [0, 0];
    for (const [pair, scores] of dyads) {
      const [a, b] = pair.split(' ').map((code) => ({ id: states.get(code) }));
      const years = scores.map(({ year }) => year);
      const { data, errors } = await register.ask(
        `query ($a: ActorRef!, $b: ActorRef!, $from: Int!, $to: Int!) { dyad(a: $a, b: $b) {
        kappa: series(measure: ${measures[0]}, from: $from, to: $to, options: { ${options} }) { points { year value } }
        pi: series(measure: ${measures[1]}, from: $from, to: $to, options: { ${options} }) { points { year value } } } }`,
        { a, b, from: Math.min(...years), to: Math.max(...years) },
      );
      expect(errors).toEqual([]);
      const dyad = data.dyad as unknown as Record<'kappa' | 'pi', Series>;
      for (const score of scores)
        for (const name of ['kappa', 'pi'] as const) {
          const value = dyad[name].points.find(({ year }) => year === score.year)?.value;
          compared += 1;
          if (typeof value === 'number' && Math.abs(value - score[name]) <= rounding) matched += 1;
          else missedIn.add(score.year);
        }
    }
    return { matched, compared, missedIn };
  }

  it('kappa and pi on the votes of a calendar year equal those of Häge 2011', async () => {
    const { matched, compared } = await compare(['VOTES_KAPPA', 'VOTES_PI'], ['kappavv', 'pivv']);
    say(`kappa and pi on votes, through GraphQL: ${matched} of ${compared}`);
    expect(compared).toBeGreaterThan(8_000);
    expect(matched).toBe(compared);
  });

  it('kappa and pi on binary alliances equal those of Häge 2011', async () => {
    const { matched, compared, missedIn } = await compare(
      ['ALLIANCES_KAPPA', 'ALLIANCES_PI'],
      ['kappaba', 'piba'],
      // The scores were computed from the dyad-year file, which has no direction: an obligation of either counts for
      // both.
      'convention: HAEGE_2011, alliances: COW_BY_DYAD, direction: EITHER',
    );
    say(`kappa and pi on binary alliances, through GraphQL: ${matched} of ${compared}`);
    expect(compared).toBeGreaterThan(8_000);
    expect([...missedIn]).toEqual(differingYear === undefined ? [] : [differingYear]);
  });

  it('kappa and pi on binary alliances from the file by member, which dates some spells differently, match in over 95% of cases', async () => {
    const { matched, compared } = await compare(
      ['ALLIANCES_KAPPA', 'ALLIANCES_PI'],
      ['kappaba', 'piba'],
      'convention: HAEGE_2011, direction: EITHER',
    );
    // The test of the importer lists the spells.
    say(`kappa and pi on binary alliances by member, through GraphQL: ${matched} of ${compared}`);
    expect(matched / compared).toBeGreaterThan(0.95);
  });

  it('joint memberships, full and associate, of every dyad in three years equal the published counts', async () => {
    const published = new Map<string, number>();
    const years = new Set<number>();
    for await (const cell of rowsOf(publishedFile('cow_igo_v3_joint_counts_1975_2000_2014.csv'))) {
      published.set(`${cell('ccode1')} ${cell('ccode2')} ${cell('year')}`, Number(cell('dyadigos')));
      years.add(Number(cell('year')));
    }
    let [matched, compared] = [0, 0];
    for (const year of years) {
      const { data, errors } = await register.ask(
        `query ($year: Int!) { measureMatrix(measure: JOINT_MEMBERSHIPS, year: $year,
        options: { convention: FULL_OR_ASSOCIATE, organizations: COW_IGO }) { states { code } values } }`,
        { year },
      );
      expect(errors).toEqual([]);
      const { states: rows, values } = data.measureMatrix as unknown as {
        states: { code: string }[];
        values: (number | null)[][];
      };
      const places = new Map(rows.map(({ code }, at) => [code, at]));
      for (const [key, count] of published) {
        const [one = '', other = '', of] = key.split(' ');
        if (Number(of) !== year) continue;
        compared += 1;
        if (values[places.get(one) ?? -1]?.[places.get(other) ?? -1] === count) matched += 1;
      }
    }
    say(`joint memberships, through GraphQL: ${matched} of ${compared}`);
    expect(compared).toBe(48_235);
    expect(matched).toBe(compared);
  });
});
