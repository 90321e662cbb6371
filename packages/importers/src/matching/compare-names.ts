import { likeness, plainName } from './plain-name.ts';

/** How two names compare: the same after normalization, alike in letters or words, or neither. */
export type NameLikeness = 'same' | 'alike' | 'other';

/** Words in names that only say what kind of record is named. They are ignored unless a name has no other words. */
const genericWords = new Set([
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
/** The minimum likeness of two names that count as alike. */
const minAlike = 0.75;

/** Returns the best likeness between a name of the first list and one of the second; `other` if a list is empty. */
export function compareNames(first: readonly string[], second: readonly string[]): NameLikeness {
  let best: NameLikeness = 'other';
  for (const a of first)
    for (const b of second) {
      const pair = comparePair(a, b);
      if (pair === 'same') return pair;
      if (pair === 'alike') best = pair;
    }
  return best;
}

/**
 * Returns true if two descriptions of a location probably name the same place: one has all words of the other, or they
 * are alike. An empty description names no place.
 */
export function isSamePlaceName(first: string, second: string): boolean {
  const [a, b] = [plainName(first), plainName(second)];
  if (a === '' || b === '') return false;
  return a === b || hasAll(a.split(' '), b.split(' ')) || likeness(a, b) >= minAlike;
}

function comparePair(first: string, second: string): NameLikeness {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const [plainA, plainB] = [a.join(' '), b.join(' ')];
  if (plainA === '' || plainB === '') return 'other';
  if (plainA === plainB) return 'same';
  // “Readex 1-80” and “Readex 2-80” are alike in letters, but different exercises.
  if (!numbersAgree(a, b)) return 'other';
  return hasAll(a, b) || likeness(plainA, plainB) >= minAlike ? 'alike' : 'other';
}

function wordsOf(name: string): string[] {
  const cached = wordCache.get(name);
  if (cached) return cached;
  const words = plainName(name).split(' ');
  const specific = words.filter((word) => !genericWords.has(word));
  const all = (specific.length > 0 ? specific : words).map((word) =>
    /^(19|20)\d\d$/.test(word) ? word.slice(2) : word,
  );
  if (wordCache.size > 50_000) wordCache.clear();
  wordCache.set(name, all);
  return all;
}

const wordCache = new Map<string, string[]>();

/** Returns true if one name has all words of the other, and one of these words has at least three letters. */
function hasAll(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a];
  return fewer.some((word) => /\p{L}{3}/u.test(word)) && fewer.every((word) => more.includes(word));
}

/** Returns true if one name has all words with digits that the other has. */
function numbersAgree(first: readonly string[], second: readonly string[]): boolean {
  const [a, b] = [first, second].map((words) => words.filter((word) => /\d/.test(word)));
  const [fewer, more] = (a?.length ?? 0) < (b?.length ?? 0) ? [a, b] : [b, a];
  return (fewer ?? []).every((word) => more?.includes(word));
}
