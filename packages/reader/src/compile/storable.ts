/**
 * Postgres cannot store NUL or an unpaired surrogate. Replaces them by a control character, which no text of the register
 * contains, so that the text is not found. Returns values other than texts and lists unchanged.
 */
export function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  return typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '\u0001') : value;
}
