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

/** Returns what an operation did, given its kind: `recorded` for `CREATE`. Returns an unknown kind in lower case. */
export function changeWords(kind: string): string {
  return words[kind] ?? kind.toLowerCase();
}
