import { fieldsOf } from '@chancery/codebook';
import type { SeenByFragment } from '../../generated/register/graphql.ts';
import { lastSeen, type SpellOutput } from './spell.ts';

/** How many citations the fragment `SeenBy` asks for. */
const citationsSeen = 3;

/** The evidence from which the merge derives until when a fact is attested. */
export type Seen = Omit<SeenByFragment, 'id'>;

/**
 * Which kind of source saw a fact on the last day on which it is attested, and which: `a news article issued
 * 30 June 2023 (TASS)`. Follows the rule of the merge (`attest.ts` of the ledger); where the evidence at hand does not
 * show it, it is the data set whose coverage ends that day.
 */
export function seenByWords(spell: SpellOutput, seen: Seen | undefined): string {
  const day = lastSeen(spell);
  if (day === null || !seen) return '';
  if (spell.asOf?.latest === day) return `a source that shows it as of ${spell.asOf.words}`;
  const asserting = seen.citations.nodes.filter(
    ({ stance, modality, field }) =>
      stance === 'SUPPORTS' && modality === 'ASSERTED' && (field === null || field === 'validity'),
  );
  const page = asserting.find(({ source, retrieved }) => source.keptCurrent && retrieved?.earliest === day);
  if (page) return `a page that is kept current, read ${page.retrieved?.words} (${page.source.label})`;
  const sources = [...asserting.map(({ source }) => source), ...(seen.batch ? [seen.batch.source] : [])];
  const issued = sources.find((source) => source.issued?.earliest === day);
  if (issued) return `${article(kindOf(issued.sourceType))} issued ${issued.issued?.words} (${issued.label})`;
  const isAllSeen = seen.citations.nodes.length < citationsSeen;
  const dataSet = seen.batch?.source ?? (isAllSeen ? asserting[0]?.source : undefined);
  return dataSet ? `the coverage of ${dataSet.label}, which ends that day` : '';
}

function kindOf(type: string): string {
  return fieldsOf('Source').sourceType?.list?.values[type]?.label.toLowerCase() ?? 'source';
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
