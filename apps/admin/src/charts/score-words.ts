const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** Formats a score with its sign and one decimal place, such as `+7.4` or `−9.2`, and zero as `0`. */
export function scoreWords(score: number): string {
  if (score === 0) return '0';
  return `${score < 0 ? '−' : '+'}${format.format(Math.abs(score))}`;
}
