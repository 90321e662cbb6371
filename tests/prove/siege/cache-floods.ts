// Floods that fill the caches of an API whose caches are not bounded: every request differs from all others.
import { type Flood, operation } from './flood.ts';

const byFilter = 'query W($f: StateFilter) { states(first: 1, filter: $f) { nodes { id name } } }';
const condition = (bit: string) => (bit === '1' ? { name: { contains: 'x' } } : { id: { eq: 'st_1' } });

/** The floods of requests that are unique in their document, in the shape of their filter, or in the length of it. */
export const cacheFloods: readonly Flood[] = [
  {
    name: 'unique documents',
    request: (number) =>
      operation(
        `query W${number} { states(first: 2) { nodes { id name memberships(first: 2) { nodes { id organization { id name } } } } } }`,
      ),
  },
  {
    name: 'unique shapes of filters',
    request: (number) => operation(byFilter, { f: { or: [...number.toString(2)].map(condition) } }),
  },
  {
    name: 'unique documents and shapes of filters',
    request: (number) =>
      operation(byFilter.replace('W', `W${number}`), { f: { or: [...number.toString(2)].map(condition) } }),
  },
  {
    name: 'filters with 5,000 conditions',
    request: (number) =>
      operation(byFilter, { f: { or: Array.from({ length: 4_950 + (number % 100) }, () => ({ name: { eq: 'x' } })) } }),
  },
  {
    name: 'filters at the limit of conditions',
    request: (number) => operation(byFilter, { f: { or: [...(2 ** 49 + number).toString(2)].map(condition) } }),
  },
];
