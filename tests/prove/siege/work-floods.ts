// Floods of requests that are valid and cost much work: statistics, searches, changes and pages.
import { type Flood, type FloodRequest, operation, type Target } from './flood.ts';

const years = (number: number) => 1950 + (number % 60);

function stateOf({ states }: Target, number: number): string {
  return states[number % states.length] ?? '';
}

/** Returns two different states. */
function dyadOf(target: Target, number: number): readonly [a: string, b: string] {
  const step = 1 + (Math.floor(number / target.states.length) % (target.states.length - 1));
  return [stateOf(target, number), stateOf(target, number + step)];
}

const fields = '{ nodes { state { id name } degree betweenness closeness harmonic eigenvector } }';
const statistic = (name: string, request: (number: number, target: Target) => FloodRequest): Flood => ({
  name: `statistics: ${name}`,
  request,
});

const statistics: readonly Flood[] = [
  // The year is the same, so that the flood that was reported first is among them.
  statistic('centrality of four states', () =>
    operation(
      '{ states(first: 4) { nodes { centrality(network: MEMBERSHIPS, year: 2014) { betweenness closeness eigenvector } } } }',
    ),
  ),
  // As many at once as the limit of points allows.
  ...(
    [
      ['MEMBERSHIPS', [0]],
      ['ALLIANCES', [0, 1, 2, 3]],
      ['EXERCISES', [0, 1, 2, 3]],
    ] as const
  ).map(([network, all]) =>
    statistic(`networks of ${network}`, (number) =>
      operation(
        `{ ${all.map((of) => `n${of}: measureNetwork(network: ${network}, year: ${years(4 * number + of)}) ${fields}`).join(' ')} }`,
      ),
    ),
  ),
  ...(['VOTES_KAPPA', 'ALLIANCES_S', 'JOINT_MEMBERSHIPS'] as const).flatMap((measure) => [
    statistic(`matrices of ${measure}`, (number) =>
      operation(`{ measureMatrix(measure: ${measure}, year: ${years(number)}) { n values } }`),
    ),
    statistic(`partners by ${measure}`, (number, target) =>
      operation(
        `query ($id: ID!) { state(id: $id) { ${Array.from({ length: 9 }, (_, of) => `p${of}: partners(measure: ${measure}, year: ${years(number + of)}) { partners { value } }`).join(' ')} } }`,
        { id: stateOf(target, number) },
      ),
    ),
    statistic(`series of ${measure}`, (number, target) => {
      const [a, b] = dyadOf(target, number);
      return operation(
        `query ($a: ID!, $b: ID!) { dyad(a: { id: $a }, b: { id: $b }) { series(measure: ${measure}, from: 1946, to: 2014) { points { value } } } }`,
        { a, b },
      );
    }),
  ]),
];

const words = ['united', 'a', '%', '_%_%_%', 'republic of the people of the', 'zzzz', '((((', 'é', 'e e e e e e e e'];

/** The floods of requests that cost much work. */
export const workFloods: readonly Flood[] = [
  {
    name: 'deep variables',
    request: (number) => {
      const depth = 2_000 + (number % 10);
      const filter = `${'{"and":['.repeat(depth)}{"id":{"eq":"st_1"}}${']}'.repeat(depth)}`;
      const query = 'query ($f: StateFilter) { states(first: 1, filter: $f) { nodes { id } } }';
      return { ...operation(query), body: `{"query":${JSON.stringify(query)},"variables":{"f":${filter}}}` };
    },
  },
  ...statistics,
  {
    name: 'searches',
    request: (number) =>
      operation(
        `query ($t: String!) { ${Array.from({ length: 9 }, (_, of) => `s${of}: search(text: $t, first: ${50 - of}) { totalCount nodes { __typename } }`).join(' ')} }`,
        { t: `${words[number % words.length]} ${number}`.repeat(1 + (number % 8)) },
      ),
  },
  {
    name: 'changes',
    request: (number) =>
      operation(
        `{ ${Array.from({ length: 9 }, (_, of) => `c${of}: changes(since: 0, first: ${100 - ((number + of) % 50)}) { totalCount nodes { factId kind } }`).join(' ')} }`,
      ),
  },
  {
    name: 'pages of states',
    request: (number, target) => ({ to: 'admin', method: 'GET', path: `/states/${stateOf(target, number)}` }),
  },
  {
    name: 'pages of dyads',
    request: (number, target) => {
      const [a, b] = dyadOf(target, number);
      return { to: 'admin', method: 'GET', path: `/dyad/${a}/${b}` };
    },
  },
];
