import type { DisplayProps } from './display.ts';

const format = new Intl.NumberFormat('en-GB');

/** Shows a whole number with thousands separators. */
export function IntegerDisplay({ value }: DisplayProps<'integer'>) {
  return <>{format.format(value)}</>;
}
