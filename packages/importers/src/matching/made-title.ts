import type { TitleParts } from '../source-record.ts';

const mostNamed = 3;

/**
 * The title of a record that has none of its own, such as “Defence pact of Germany and Italy, 1939”. Up to three parties
 * are named; of more, the first two and how many others there are. A party whose name is not known is one of the others.
 */
export function madeTitle({ kind, time }: TitleParts, parties: readonly (string | undefined)[]): string {
  const names = [...new Set(parties.filter((name) => name !== undefined))];
  const unknown = parties.filter((name) => name === undefined).length;
  const all = names.length + unknown;
  const named = all > mostNamed ? names.slice(0, mostNamed - 1) : names;
  const rest = all - named.length;
  if (named.length === 0) return `${kind} of ${rest} parties, ${time}`;
  const last = rest === 0 ? named.at(-1) : `${rest} ${rest === 1 ? 'other' : 'others'}`;
  const first = rest === 0 ? named.slice(0, -1) : named;
  return `${kind} of ${[first.join(', '), last].filter(Boolean).join(' and ')}, ${time}`;
}
