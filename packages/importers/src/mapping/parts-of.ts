/** Splits a cell at a separator. Returns the parts without spaces around them, without empty and repeated ones. */
export function partsOf(text: string, separator: string): string[] {
  const parts = text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(parts)];
}
