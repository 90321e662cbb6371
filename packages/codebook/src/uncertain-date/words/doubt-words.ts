import { divisionOf } from '../parse/divisions.ts';
import type { Doubt, Point } from '../parse/parsed-edtf.ts';
import { joinWords } from './numbers.ts';

/** The word for the qualifier `?`: `inferred` if the basis of the date is INFERRED, otherwise `uncertain`. */
export type UncertainWord = 'uncertain' | 'inferred';

interface Part {
  readonly noun: string;
  readonly doubt: Doubt;
}

function nounOf({ shape }: Point): string {
  if (shape.kind !== 'division') return 'month';
  const nouns = { SEASON: 'season', QUARTER: 'quarter', QUADRIMESTER: 'part', SEMESTER: 'half' } as const;
  return nouns[divisionOf(shape.code).precision];
}

/** Returns the parts of a date with their qualifiers, in the order in which the words of the date name them. */
function partsOf(point: Point): Part[] {
  const { shape, doubts } = point;
  const parts: Part[] = [{ noun: 'year', doubt: doubts.year }];
  if (shape.kind === 'division' || (shape.kind === 'calendar' && shape.month !== null)) {
    parts.unshift({ noun: nounOf(point), doubt: doubts.month });
  }
  if (shape.kind === 'calendar' && shape.day !== null) parts.unshift({ noun: 'day', doubt: doubts.day });
  return parts;
}

/** Returns the qualifier that all parts of a date share, which may be `none`; null if the parts differ. */
export function sharedDoubt(point: Point): Doubt | null {
  const [first, ...rest] = partsOf(point);
  return first !== undefined && rest.every(({ doubt }) => doubt === first.doubt) ? first.doubt : null;
}

/**
 * Returns the words for the qualifier of a whole date, such as `approximately`. They follow a comma or are in
 * parentheses.
 */
export function doubtAdverb(doubt: Exclude<Doubt, 'none'>, uncertain: UncertainWord): string {
  if (doubt === 'approximate') return 'approximately';
  return doubt === 'both' ? `${uncertain} and approximate` : uncertain;
}

function doubtAdjective(doubt: Exclude<Doubt, 'none'>, uncertain: UncertainWord): string {
  return doubt === 'approximate' ? 'approximate' : doubtAdverb(doubt, uncertain);
}

/** Returns the qualified parts of a date in words: `month and year approximate, day uncertain`. */
export function partDoubtWords(point: Point, uncertain: UncertainWord): string {
  const nouns = new Map<Exclude<Doubt, 'none'>, string[]>();
  for (const { noun, doubt } of partsOf(point)) {
    if (doubt !== 'none') nouns.set(doubt, [...(nouns.get(doubt) ?? []), noun]);
  }
  return [...nouns]
    .map(([doubt, names]) => `${joinWords(names, 'and')} ${doubtAdjective(doubt, uncertain)}`)
    .join(', ');
}
