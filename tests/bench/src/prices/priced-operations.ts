/** An operation whose price is compared with the time that it takes. Each run of it reads other data than the last. */
export interface PricedOperation {
  readonly description: string;
  readonly query: string;
  /** Returns the variables of a run, which are those of no other run: nothing is cached. */
  readonly variables: (run: number) => Readonly<Record<string, unknown>>;
}

/** COW codes of states that were in the system in all years used here. */
const codes = ['2', '20', '70', '100', '140', '160', '200', '210', '220', '225', '230', '325', '350', '365', '380'];
const codeOf = (run: number) => codes[run % codes.length];
const yearOf = (run: number) => 1990 + run;
const byCode = (run: number) => ({ code: codeOf(run) });
const byYear = (run: number) => ({ year: yearOf(run) });
const byPair = (run: number) => ({
  a: { code: codeOf(run), scheme: 'COW' },
  b: { code: codeOf(run + 5), scheme: 'COW' },
});
/** Words of titles of resolutions, agreements and exercises. */
const words = ['nuclear', 'report', 'rights', 'africa', 'disarm', 'decade', 'budget', 'peace', 'israel', 'develop'];
const wordOf = (run: number) => words[run % words.length];

const state = (fields: string) => `query ($code: String!) { state(code: $code, scheme: COW) { ${fields} } }`;
const dyad = (field: string, variables = '') =>
  `query ($a: ActorRef!, $b: ActorRef!${variables}) { dyad(a: $a, b: $b) { ${field} } }`;

/** The smallest request: most of its time is that of any request. */
export const smallestRequest: PricedOperation = {
  description: 'a state',
  query: state('id name'),
  variables: byCode,
};

/** Plain reads of a few rows, from which the time of a point is taken. */
export const plainReads: readonly PricedOperation[] = [
  {
    description: 'agreements',
    query: 'query ($size: Int!) { agreements(first: $size) { nodes { id title } } }',
    variables: (run) => ({ size: 100 - run }),
  },
  {
    description: 'the memberships of a state',
    query: state('memberships(first: 100) { nodes { status validity { edtf } organization { name } } }'),
    variables: byCode,
  },
  {
    description: 'the shared organizations of a dyad',
    query: dyad('sharedOrganizations(first: 10) { nodes { name } }'),
    variables: byPair,
  },
];

const ballotsOf =
  'query ($size: Int!) { resolutions(first: $size) { nodes { title ballots(first: 100) { nodes { choice state { name } } } } } }';

/** Reads of many rows, whose price also limits the size of the response: they take less time than it says. */
export const largeReads: readonly PricedOperation[] = [
  {
    description: 'agreements with their obligations',
    query:
      'query ($size: Int!) { agreements(first: $size) { nodes { title obligations(first: 20) { nodes { obligationType validity { edtf } } } } } }',
    variables: (run) => ({ size: 50 - run }),
  },
  {
    description: 'resolutions with their ballots',
    query: ballotsOf,
    variables: (run) => ({ size: 20 + run }),
  },
  {
    description: 'many resolutions with their ballots',
    query: ballotsOf,
    variables: (run) => ({ size: 90 - run }),
  },
];

/**
 * Other reads. A total of all facts of a type is left out: the price does not know how many there are, and the 800,000
 * ballots take some twenty times as long as it says.
 */
export const otherReads: readonly PricedOperation[] = [
  {
    description: 'a search',
    query: 'query ($text: String!) { search(text: $text, first: 10) { nodes { ... on Fact { id label } } } }',
    variables: (run) => ({ text: wordOf(run) }),
  },
  {
    description: 'the number of ballots of a state',
    query: state('ballots(first: 1) { totalCount }'),
    variables: byCode,
  },
  {
    description: 'agreements of a past revision',
    query: 'query ($size: Int!) { at(revision: 1) { agreements(first: $size) { nodes { id title } } } }',
    variables: (run) => ({ size: 100 - run }),
  },
  {
    description: 'changes',
    query: 'query ($size: Int!) { changes(since: 0, first: $size) { nodes { ordinal kind } } }',
    variables: (run) => ({ size: 100 - run }),
  },
];

/** Reads with filters and orders. */
export const filteredReads: readonly PricedOperation[] = [
  {
    description: 'resolutions with a word in their titles',
    query:
      'query ($word: String!) { resolutions(first: 50, filter: { title: { contains: $word } }) { nodes { id title } } }',
    variables: (run) => ({ word: wordOf(run) }),
  },
  {
    description: 'resolutions with one of ten words, latest first',
    query:
      'query ($f: ResolutionFilter!) { resolutions(first: 50, filter: $f, orderBy: DATE_DESC) { nodes { id title } } }',
    variables: (run) => ({ f: { or: words.map((word) => ({ title: { contains: `${word}${run}` } })) } }),
  },
  {
    description: 'resolutions with none of twenty words',
    query: 'query ($f: ResolutionFilter!) { resolutions(first: 50, filter: $f) { nodes { id title } } }',
    variables: (run) => ({
      f: { not: { or: Array.from({ length: 20 }, (_, at) => ({ title: { contains: `word ${run} ${at}` } })) } },
    }),
  },
  {
    description: 'exercises of a year',
    query:
      'query ($from: Date!, $to: Date!) { exercises(first: 50, filter: { start: { possible: { from: $from, to: $to } } }, orderBy: START_DESC) { nodes { id name } } }',
    variables: (run) => ({ from: `${yearOf(run)}-01-01`, to: `${yearOf(run)}-12-31` }),
  },
  {
    description: 'accepted exercises',
    query:
      'query ($size: Int!) { exercises(first: $size, filter: { evidenceStatus: { eq: ACCEPTED } }) { nodes { id name } } }',
    variables: (run) => ({ size: 20 + run }),
  },
  {
    description: 'resolutions with one of 500 symbols',
    query: 'query ($f: ResolutionFilter!) { resolutions(first: 50, filter: $f) { nodes { id title } } }',
    variables: (run) => ({ f: { symbol: { in: Array.from({ length: 500 }, (_, at) => `R/${run}/${at}`) } } }),
  },
  {
    description: 'the ballots against of a state',
    query: state('ballots(first: 50, filter: { choice: { eq: NO } }) { nodes { id resolution { title } } }'),
    variables: byCode,
  },
  {
    description: 'the latest ballots of a state',
    query: state('ballots(first: 20, orderBy: RESOLUTION_DATE_DESC) { nodes { choice resolution { title } } }'),
    variables: byCode,
  },
  {
    description: 'some ballots of many states',
    query:
      'query ($size: Int!) { states(first: $size) { nodes { name ballots(first: 5, filter: { choice: { eq: NO } }) { nodes { id } } } } }',
    variables: (run) => ({ size: 20 + run }),
  },
  {
    description: 'the latest ballots of many states',
    query:
      'query ($size: Int!) { states(first: $size) { nodes { name ballots(first: 5, orderBy: RESOLUTION_DATE_DESC) { nodes { id } } } } }',
    variables: (run) => ({ size: 20 + run }),
  },
  {
    description: 'disputed ballots',
    query:
      'query ($size: Int!) { ballots(first: $size, filter: { evidenceStatus: { eq: DISPUTED } }) { nodes { id } } }',
    variables: (run) => ({ size: 20 + run }),
  },
];

const network = (name: string): PricedOperation => ({
  description: `the network of ${name}`,
  query: `query ($year: Int!) { measureNetwork(network: ${name}, year: $year) { n density nodes { betweenness } } }`,
  variables: byYear,
});
const matrix = (measure: string): PricedOperation => ({
  description: `the matrix of ${measure}`,
  query: `query ($year: Int!) { measureMatrix(measure: ${measure}, year: $year) { n values compared } }`,
  variables: byYear,
});
const value = (measure: string): PricedOperation => ({
  description: `${measure} of a dyad`,
  query: dyad(`measure(measure: ${measure}, year: $year) { value n }`, ', $year: Int!'),
  variables: (run) => ({ ...byPair(run), ...byYear(run) }),
});
const series = (measure: string): PricedOperation => ({
  description: `the series of ${measure}`,
  query: dyad(`series(measure: ${measure}, from: 1946, to: 2014) { points { year value n } }`),
  variables: byPair,
});
const partners = (measure: string): PricedOperation => ({
  description: `the partners by ${measure}`,
  query: `query ($code: String!, $year: Int!) { state(code: $code, scheme: COW) { partners(measure: ${measure}, year: $year) { n } } }`,
  variables: (run) => ({ ...byCode(run), ...byYear(run) }),
});

/** The statistics, of each kind of data. */
export const statistics: readonly PricedOperation[] = [
  ...['VOTES_KAPPA', 'ALLIANCES_S', 'JOINT_MEMBERSHIPS', 'JOINT_EXERCISES'].flatMap((measure) => [
    value(measure),
    series(measure),
    partners(measure),
    matrix(measure),
  ]),
  ...['ALLIANCES', 'MEMBERSHIPS', 'EXERCISES'].map(network),
];
