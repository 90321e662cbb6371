/** Returns an ordinal number: `21st`. */
export function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** Returns a year in words. Years of one to three digits get “AD”, because the 44 of “March 44” could be a day. */
export function yearName(year: number): string {
  return year < 1000 ? `AD ${year}` : String(year);
}

/** Joins words with commas and, before the last, a conjunction: `a, b or c`. */
export function joinWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}
