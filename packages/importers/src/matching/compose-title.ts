import { pluralize } from '@chancery/codebook';
import type { TitleParts } from '../source-record.ts';

const maxNamed = 3;

/**
 * Composes the title of a record to which the source gives none, such as “Defence pact of Germany and Italy, 1939”. The
 * title names up to three parties, or the first two and the number of the others. Parties with unknown names
 * (`undefined`) count as others.
 */
export function composeTitle({ kind, time }: TitleParts, parties: readonly (string | undefined)[]): string {
  const names = [...new Set(parties.filter((name) => name !== undefined))];
  const unnamed = parties.filter((name) => name === undefined).length;
  const all = names.length + unnamed;
  const named = all > maxNamed ? names.slice(0, maxNamed - 1) : names;
  const rest = all - named.length;
  if (named.length === 0) return `${kind} of ${pluralize(rest, 'party', 'parties')}, ${time}`;
  const last = rest === 0 ? named.at(-1) : `${rest} ${rest === 1 ? 'other' : 'others'}`;
  const first = rest === 0 ? named.slice(0, -1) : named;
  return `${kind} of ${[first.join(', '), last].filter(Boolean).join(' and ')}, ${time}`;
}
