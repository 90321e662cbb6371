import { DateWords } from './date-words.tsx';
import type { DisplayProps } from './display.ts';

/** Shows an uncertain date in words, with the EDTF text and the note in its title. */
export function UncertainDateDisplay({ value }: DisplayProps<'uncertainDate'>) {
  return <DateWords date={value} />;
}
