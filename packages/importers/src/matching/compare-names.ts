import { likeness, plainName } from './plain-name.ts';

/** How two names compare: the same when compared plainly, alike in letters or words, or neither. */
export type NameLikeness = 'same' | 'alike' | 'other';

/** Words that only say what the record is. */
const generic = new Set([
  'exercise',
  'exercises',
  'ex',
  'drill',
  'drills',
  'maneuver',
  'maneuvers',
  'manoeuvre',
  'manoeuvres',
]);
/** From this share of pairs of letters on two names are alike. */
const alikeFrom = 0.75;

/** The best likeness of any of some names with any of others. */
export function compareNames(ones: readonly string[], others: readonly string[]): NameLikeness {
  let best: NameLikeness = 'other';
  for (const one of ones)
    for (const other of others) {
      const found = compared(one, other);
      if (found === 'same') return found;
      if (found === 'alike') best = found;
    }
  return best;
}

/** Whether two texts that say where something is name the same place: one has all words of the other, or nearly so. */
export function samePlaceName(one: string, other: string): boolean {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === '' || b === '') return false;
  return a === b || hasAll(a.split(' '), b.split(' ')) || likeness(a, b) >= alikeFrom;
}

function compared(one: string, other: string): NameLikeness {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [plainA, plainB] = [a.join(' '), b.join(' ')];
  if (plainA === '' || plainB === '') return 'other';
  if (plainA === plainB) return 'same';
  // “Readex 1-80” and “Readex 2-80” are alike in letters, and two exercises.
  if (!numbersAgree(a, b)) return 'other';
  return hasAll(a, b) || likeness(plainA, plainB) >= alikeFrom ? 'alike' : 'other';
}

function wordsOf(name: string): string[] {
  const known = kept.get(name);
  if (known) return known;
  const words = plainName(name).split(' ');
  const telling = words.filter((word) => !generic.has(word));
  const all = (telling.length > 0 ? telling : words).map((word) => (/^(19|20)\d\d$/.test(word) ? word.slice(2) : word));
  if (kept.size > 50_000) kept.clear();
  kept.set(name, all);
  return all;
}

const kept = new Map<string, string[]>();

/** Whether one of two names has all words of the other, at least one of which is a word and not a number or letter. */
function hasAll(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.some((word) => /\p{L}{3}/u.test(word)) && fewer.every((word) => more.includes(word));
}

/** Whether the numbers of one of two names are all in the other. */
function numbersAgree(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one, other].map((words) => words.filter((word) => /\d/.test(word)));
  const [fewer, more] = (a?.length ?? 0) < (b?.length ?? 0) ? [a, b] : [b, a];
  return (fewer ?? []).every((word) => more?.includes(word));
}
