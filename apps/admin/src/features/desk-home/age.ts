import { texts } from './texts.tsx';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const formatter = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** Formats how long ago a moment was: `3 days ago`, or `just now` within the last minute. */
export function ageWords(moment: string, now: Date = new Date()): string {
  const seconds = Math.max(0, (now.getTime() - new Date(moment).getTime()) / 1_000);
  const unit = units.find(([, length]) => seconds >= length);
  return unit ? formatter.format(-Math.floor(seconds / unit[1]), unit[0]) : texts.justNow;
}
