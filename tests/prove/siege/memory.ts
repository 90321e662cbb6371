// Floods that fill the caches of an API whose caches are not bounded: every request differs from all others.

/** A request of a flood to the public endpoint. */
export interface FloodRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A kind of flood. `request` returns a different request for each number. */
export interface Flood {
  readonly name: string;
  readonly request: (number: number) => FloodRequest;
}

const byFilter = 'query W($f: StateFilter) { states(first: 1, filter: $f) { nodes { id name } } }';
const condition = (bit: string) => (bit === '1' ? { name: { contains: 'x' } } : { id: { eq: 'st_1' } });

/** The floods of requests that are unique in their document, in the shape of their filter, or in the length of it. */
export const memoryFloods: readonly Flood[] = [
  {
    name: 'unique documents',
    request: (number) => ({
      query: `query W${number} { states(first: 2) { nodes { id name memberships(first: 2) { nodes { id organization { id name } } } } } }`,
      variables: {},
    }),
  },
  {
    name: 'unique shapes of filters',
    request: (number) => ({ query: byFilter, variables: { f: { or: [...number.toString(2)].map(condition) } } }),
  },
  {
    name: 'unique documents and shapes of filters',
    request: (number) => ({
      query: byFilter.replace('W', `W${number}`),
      variables: { f: { or: [...number.toString(2)].map(condition) } },
    }),
  },
  {
    name: 'filters with 5,000 conditions',
    request: (number) => ({
      query: byFilter,
      variables: { f: { or: Array.from({ length: 2_500 + (number % 100) }, () => ({ name: { eq: 'x' } })) } },
    }),
  },
  {
    name: 'filters at the limit of conditions',
    request: (number) => ({
      query: byFilter,
      variables: { f: { or: [...(2 ** 49 + number).toString(2)].map(condition) } },
    }),
  },
];
