import { DateWords } from './date-words.tsx';
import type { DisplayProps } from './display.ts';

/** A date with its doubt, in words. */
export function UncertainDateDisplay({ value }: DisplayProps<'uncertainDate'>) {
  return <DateWords date={value} />;
}
