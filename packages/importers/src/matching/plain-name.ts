const stopWords = new Set([
  'the',
  'of',
  'and',
  'for',
  'on',
  'in',
  'a',
  'an',
  'de',
  'la',
  'le',
  'les',
  'des',
  'du',
  'et',
]);
const abbreviations: Readonly<Record<string, string>> = {
  st: 'saint',
  rep: 'republic',
  dem: 'democratic',
  intl: 'international',
};

/**
 * Normalizes a name for comparison: removes accents, case, punctuation and stop words, replaces letters that Unicode
 * does not decompose (ø, ł, ß), and spells out abbreviations. So “The Côte d’Ivoire” equals “COTE D'IVOIRE”. A name
 * that has only stop words keeps them.
 */
export function plainName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœı]/g, (letter) => undecomposedLetters[letter] ?? letter)
    .replace(/['’ʼ`.]/g, '')
    .replace(/&/g, ' and ');
  const words = letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const significant = words.filter((word) => !stopWords.has(word)).map((word) => abbreviations[word] ?? word);
  // A name that has only stop words keeps them.
  return (significant.length > 0 ? significant : words).join(' ');
}

const undecomposedLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * Returns the likeness of two normalized names, from 0 to 1 (equal): Dice's coefficient of their pairs of adjacent
 * letters, or 0.95 if they have the same words in another order. May return 0 for a likeness below `atLeast`, which is
 * faster.
 */
export function likeness(first: string, second: string, atLeast = 0): number {
  if (first === second) return 1;
  const [a, b] = [shapeOf(first), shapeOf(second)];
  if (a.sortedWords === b.sortedWords) return 0.95;
  const total = a.total + b.total;
  if (total === 0) return 0;
  const [fewer, more] = a.pairs.size < b.pairs.size ? [a, b] : [b, a];
  if (2 * Math.min(a.total, b.total) < atLeast * total) return 0;
  let common = 0;
  for (const [pair, count] of fewer.pairs) common += Math.min(count, more.pairs.get(pair) ?? 0);
  return (2 * common) / total;
}

/** A normalized name, prepared for comparison. */
interface NameShape {
  readonly sortedWords: string;
  /** The number of times that each pair of adjacent letters occurs. */
  readonly pairs: ReadonlyMap<string, number>;
  /** The number of all pairs. */
  readonly total: number;
}

function shapeOf(name: string): NameShape {
  const cached = shapeCache.get(name);
  if (cached) return cached;
  const words = name.split(' ');
  const pairs = new Map<string, number>();
  for (const word of words) {
    if (word.length === 1) pairs.set(word, (pairs.get(word) ?? 0) + 1);
    for (let index = 0; index + 1 < word.length; index += 1) {
      const pair = word.slice(index, index + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  let total = 0;
  for (const count of pairs.values()) total += count;
  const shape = { sortedWords: words.sort().join(' '), pairs, total };
  if (shapeCache.size > 20_000) shapeCache.clear();
  shapeCache.set(name, shape);
  return shape;
}

// The names of the register are compared with each name of a source.
const shapeCache = new Map<string, NameShape>();
