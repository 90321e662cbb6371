const words: Readonly<Record<string, string>> = {
  CREATE: 'recorded',
  UPDATE: 'changed',
  RETIRE: 'retired',
  RESTORE: 'restored',
  CITE: 'citation added',
  UNCITE: 'citation removed',
  ADOPT: 'claim adopted',
  DISPUTE: 'disputed',
};

/** Describes an operation in a few words, by its kind. */
export function changeWords(kind: string): string {
  return words[kind] ?? kind.toLowerCase();
}
