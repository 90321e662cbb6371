/**
 * Returns a function that looks up the meaning of a text: as written, or else in any case, if the texts that differ
 * only in case mean the same. It returns `undefined` for an unknown text.
 */
export function meaningReaderOf<Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
): (text: string) => Meaning | undefined {
  const byLowerCase = new Map<string, Meaning | undefined>();
  for (const [text, meaning] of Object.entries(meanings)) {
    const key = text.toLowerCase();
    byLowerCase.set(key, !byLowerCase.has(key) || byLowerCase.get(key) === meaning ? meaning : undefined);
  }
  return (text) => (Object.hasOwn(meanings, text) ? meanings[text] : byLowerCase.get(text.toLowerCase()));
}
