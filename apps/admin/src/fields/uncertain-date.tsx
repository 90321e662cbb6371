import { DateWords } from './date-words.tsx';
import type { DisplayProps } from './display.ts';

/** Shows an uncertain date in words. */
export function UncertainDateDisplay({ value }: DisplayProps<'uncertainDate'>) {
  return <DateWords date={value} />;
}
