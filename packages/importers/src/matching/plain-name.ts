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
 * letters, or 0.95 if they have the same words in another order.
 */
export function likeness(first: string, second: string): number {
  if (first === second) return 1;
  if (sortedWords(first) === sortedWords(second)) return 0.95;
  const pairs = pairsOf(first);
  let common = 0;
  let total = 0;
  for (const [, count] of pairs) total += count;
  for (const [pair, count] of pairsOf(second)) {
    total += count;
    common += Math.min(count, pairs.get(pair) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
}

const sortedWords = (name: string) => name.split(' ').sort().join(' ');

function pairsOf(name: string): Map<string, number> {
  const cached = pairCache.get(name);
  if (cached) return cached;
  const pairs = new Map<string, number>();
  for (const word of name.split(' ')) {
    if (word.length === 1) pairs.set(word, (pairs.get(word) ?? 0) + 1);
    for (let index = 0; index + 1 < word.length; index += 1) {
      const pair = word.slice(index, index + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  if (pairCache.size > 20_000) pairCache.clear();
  pairCache.set(name, pairs);
  return pairs;
}

// The names of the register are compared with each name of a source.
const pairCache = new Map<string, Map<string, number>>();
