/** Formats a count with thousands separators: `1,200`. */
export function countWords(count: number): string {
  return count.toLocaleString('en-GB');
}
