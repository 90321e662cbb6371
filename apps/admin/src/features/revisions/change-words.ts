const words: Readonly<Record<string, string>> = {
  CREATE: 'recorded',
  UPDATE: 'changed',
  RETIRE: 'retired',
  RESTORE: 'restored',
  CITE: 'cited a source for',
  UNCITE: 'took a citation from',
  ADOPT: 'settled a value of',
  DISPUTE: 'disputed',
};

/** What an operation of a kind does to a fact, as a verb in the past. */
export function changeWords(kind: string): string {
  return words[kind] ?? kind.toLowerCase();
}
