import { datePrecision } from './date-precision.ts';
import type { UncertainDate } from './parse-uncertain-date.ts';
import { wordsOf } from './words-of.ts';

/**
 * Returns the first and last possible day of a date in words, with its precision: `between 1 September and 30 November
 * 2019 (season)` for `2019-23`. Date fields show these words to explain a short form.
 */
export function spanWords({ earliest, latest, precision }: UncertainDate): string {
  const unit = ` (${datePrecision.values[precision].label.toLowerCase()})`;
  if (earliest === null && latest === null) return `days not known${unit}`;
  if (earliest === latest && earliest !== null) return `${wordsOf(earliest)}${unit}`;
  const start = earliest === '-infinity' ? '..' : (earliest ?? '');
  const end = latest === 'infinity' ? '..' : (latest ?? '');
  return `${wordsOf(`${start}/${end}`)}${unit}`;
}
