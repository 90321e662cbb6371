// S on alliances with weights of the target states: four states, two of which are compared, with values computed by
// hand.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { cite, create, createSource, createWaived } from '../support/operations.ts';

const states = ['Lydia', 'Caria', 'Ionia', 'Phrygia'].map((name, at) => ({
  state: createWaived('State', { name }),
  code: String(901 + at),
}));
const [lydia, caria, ionia, phrygia] = states.map(({ state }) => state.fact);
const validity = { edtf: '2000/2020', basis: 'STATED' } as const;

let api: Api;
beforeAll(async () => {
  api = await openApi();
  const dataSets = ['COW_ALLIANCES', 'COW_ALLIANCES_BY_DYAD'].map((dataSet) => {
    const source = createSource({ name: dataSet, sourceType: 'DATASET', independenceGroup: dataSet });
    const period = { edtf: '1990/2020', basis: 'STATED' } as const;
    const coverage = createWaived('Coverage', {
      ...{ source: source.fact, kind: 'OBLIGATIONS', dataSet, population: 'Four states', period },
      completeness: 'COMPLETE',
    });
    return { source: source.fact, operations: [source, coverage] };
  });
  const [byMember, byDyad] = dataSets.map(({ source }) => source);
  const owes = (from: string | undefined, to: string | undefined, source = byMember) => {
    const values = { from: from ?? null, to: to ?? null, obligationType: 'DEFENSE', validity };
    const obligation = create('Obligation', values);
    return [obligation, cite(obligation.fact, source ?? '')];
  };
  await publish(
    [api.people.EDITOR, api.people.ADMIN],
    [
      ...states.map(({ state }) => state),
      ...states.map(({ state, code }) =>
        createWaived('ExternalCode', { of: state.fact, scheme: 'COW', value: code, validity }),
      ),
      ...dataSets.flatMap(({ operations }) => operations),
      ...[...owes(lydia, ionia), ...owes(lydia, phrygia), ...owes(caria, phrygia)],
      ...owes(caria, ionia, byDyad),
    ],
  );
}, 60_000);
afterAll(() => api.close());

interface Weighed {
  readonly value: number;
  readonly n: number;
  readonly targetWeights: number | null;
}

/** Returns S of Lydia and Caria in 2010, computed with the given options. */
async function s(options: string): Promise<Weighed> {
  const { data, errors } = await api.ask(
    `query ($a: ActorRef!, $b: ActorRef!) { dyad(a: $a, b: $b) {
      s: measure(measure: ALLIANCES_S, year: 2010, options: { ${options} }) { value n targetWeights } } }`,
    { a: { id: lydia }, b: { id: caria } },
  );
  expect(errors).toEqual([]);
  return (data as unknown as { dyad: { s: Weighed } }).dyad.s;
}

const given = (...weights: readonly (readonly [code: number, weight: number])[]) =>
  `targetWeights: [${weights.map(([code, weight]) => `{ code: "${code}", weight: ${weight} }`).join(', ')}]`;
const all = given([901, 0.1], [902, 0.1], [903, 0.2], [904, 0.6]);

it('all targets have equal weight unless weights are given', async () => {
  // The two differ toward themselves and toward Ionia: in three targets of four. A tie to oneself is as strong as a
  // pact.
  expect(await s('')).toEqual({ value: expect.closeTo(1 - 2 * 0.75), n: 4, targetWeights: null });
  // Those three targets have 0.4 of the total weight.
  expect(await s(all)).toEqual({ value: expect.closeTo(1 - 2 * 0.4), n: 4, targetWeights: 4 });
});

it('a state without a weight is left out, and so are ties to oneself with selfTies: false', async () => {
  // Of Ionia and Phrygia they differ toward Ionia: 0.2 of 0.8.
  const ofTwo = { value: expect.closeTo(0.5), n: 2 };
  expect(await s(given([903, 0.2], [904, 0.6]))).toMatchObject({ ...ofTwo, targetWeights: 2 });
  expect(await s(`${all}, selfTies: false`)).toMatchObject({ ...ofTwo, targetWeights: 4 });
});

it('a file of the measure has the same value and the number of weights', async () => {
  const path = '/measures/alliances-s?year=2010&a=901&b=902&format=json&targetWeights=901:0.1,902:0.1,903:0.2,904:0.6';
  const { rows, targetWeights } = (await (await fetch(`${api.url}${path}`)).json()) as {
    rows: unknown[][];
    targetWeights: number;
  };
  expect([rows[0]?.[5], targetWeights]).toEqual([(await s(all)).value, 4]);
});

it('S is computed separately for each data set of alliances', async () => {
  // By dyad and year only Caria has an ally: the two differ toward all states but Phrygia.
  expect(await s('alliances: COW_BY_DYAD')).toMatchObject({ value: expect.closeTo(1 - 2 * 0.75), n: 4 });
  expect(await s(`alliances: COW_BY_DYAD, ${given([901, 1], [903, 1], [904, 2])}`)).toMatchObject({ value: 0, n: 3 });
});
