/**
 * Converts the data of a response to the form in which responses are compared: keys are sorted, nulls and infinite
 * bounds are left out, and each part of a date has a key of its own, like its column.
 */
export function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== 'object' || value === null) return value;
  const parts: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (isDate(inner)) for (const [part, bound] of Object.entries(inner)) parts.push([`${name}_${part}`, bound]);
    else parts.push([name, inner]);
  }
  return Object.fromEntries(
    parts
      .filter(([, inner]) => inner !== null && inner !== 'infinity' && inner !== '-infinity')
      .map(([name, inner]): [string, unknown] => [name, normalize(inner)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isDate(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'edtf' in value;
}
