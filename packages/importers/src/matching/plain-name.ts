const small = new Set(['the', 'of', 'and', 'for', 'on', 'in', 'a', 'an', 'de', 'la', 'le', 'les', 'des', 'du', 'et']);
const written: Readonly<Record<string, string>> = {
  st: 'saint',
  rep: 'republic',
  dem: 'democratic',
  intl: 'international',
};

/**
 * A name as it is compared: without accents, case, punctuation and small words, so that “The Côte d’Ivoire” and “COTE
 * D'IVOIRE” are one. Letters that are not decomposed by Unicode (ø, ł, ß) are written out.
 */
export function plainName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœı]/g, (letter) => outside[letter] ?? letter)
    .replace(/['’ʼ`.]/g, '')
    .replace(/&/g, ' and ');
  const words = letters.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const kept = words.filter((word) => !small.has(word)).map((word) => written[word] ?? word);
  // A name of small words alone is kept as it is.
  return (kept.length > 0 ? kept : words).join(' ');
}

const outside: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/**
 * How alike two compared names are, from 0 to 1: the share of pairs of neighbouring letters that they have in common
 * (Dice's coefficient), or, where one only orders the words of the other otherwise, 0.95.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (sorted(one) === sorted(other)) return 0.95;
  const pairs = pairsOf(one);
  const left = new Map(pairs);
  let common = 0;
  let total = 0;
  for (const [, count] of pairs) total += count;
  for (const [pair, count] of pairsOf(other)) {
    total += count;
    common += Math.min(count, left.get(pair) ?? 0);
  }
  return total === 0 ? 0 : (2 * common) / total;
}

const sorted = (name: string) => name.split(' ').sort().join(' ');

function pairsOf(name: string): Map<string, number> {
  const known = kept.get(name);
  if (known) return known;
  const pairs = new Map<string, number>();
  for (const word of name.split(' ')) {
    if (word.length === 1) pairs.set(word, (pairs.get(word) ?? 0) + 1);
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  if (kept.size > 20_000) kept.clear();
  kept.set(name, pairs);
  return pairs;
}

// The names of the register are compared with each name of a source.
const kept = new Map<string, Map<string, number>>();
