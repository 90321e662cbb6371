/** Formats a count with thousands separators: `3,212`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Formats a count with its noun in the singular or plural: `1 error`, `2 errors`. */
export function pluralize(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
