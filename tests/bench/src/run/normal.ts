/**
 * The one form in which answers are compared: keys in order, nothing that is null, dates with their parts under names of
 * their own, as tables have them, and no bound where a period is open.
 */
export function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const parts: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (isDate(inner)) for (const [part, bound] of Object.entries(inner)) parts.push([`${name}_${part}`, bound]);
    else parts.push([name, inner]);
  }
  return Object.fromEntries(
    parts
      .filter(([, inner]) => inner !== null && inner !== 'infinity' && inner !== '-infinity')
      .map(([name, inner]): [string, unknown] => [name, normal(inner)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isDate(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'edtf' in value;
}
