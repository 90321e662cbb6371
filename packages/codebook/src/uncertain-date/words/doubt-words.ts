import { divisionOf } from '../parse/divisions.ts';
import type { Doubt, Point } from '../parse/reading.ts';
import { listed } from './numbers.ts';

/** The word for `?`: where the date was inferred, that is what makes it uncertain. */
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

/** The parts of a date in the order in which it is read. */
function partsOf(point: Point): Part[] {
  const { shape, doubts } = point;
  const parts: Part[] = [{ noun: 'year', doubt: doubts.year }];
  if (shape.kind === 'division' || (shape.kind === 'calendar' && shape.month !== null)) {
    parts.unshift({ noun: nounOf(point), doubt: doubts.month });
  }
  if (shape.kind === 'calendar' && shape.day !== null) parts.unshift({ noun: 'day', doubt: doubts.day });
  return parts;
}

/** The doubt that all parts of a date share; null if they differ. */
export function sharedDoubt(point: Point): Doubt | null {
  const [first, ...rest] = partsOf(point);
  return first !== undefined && rest.every(({ doubt }) => doubt === first.doubt) ? first.doubt : null;
}

/** How a doubt on a whole date reads behind a comma: `approximately`. */
export function doubtAdverb(doubt: Exclude<Doubt, 'none'>, uncertain: UncertainWord): string {
  if (doubt === 'approximate') return 'approximately';
  return doubt === 'both' ? `${uncertain} and approximate` : uncertain;
}

function doubtAdjective(doubt: Exclude<Doubt, 'none'>, uncertain: UncertainWord): string {
  return doubt === 'approximate' ? 'approximate' : doubtAdverb(doubt, uncertain);
}

/** Which parts of a date are doubted, and how: `month and year approximate, day uncertain`. */
export function partDoubts(point: Point, uncertain: UncertainWord): string {
  const nouns = new Map<Exclude<Doubt, 'none'>, string[]>();
  for (const { noun, doubt } of partsOf(point)) {
    if (doubt !== 'none') nouns.set(doubt, [...(nouns.get(doubt) ?? []), noun]);
  }
  return [...nouns].map(([doubt, names]) => `${listed(names, 'and')} ${doubtAdjective(doubt, uncertain)}`).join(', ');
}
