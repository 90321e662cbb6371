import type { DisplayProps } from './display.ts';

const format = new Intl.NumberFormat('en-GB');

/** A whole number, its thousands apart. */
export function IntegerDisplay({ value }: DisplayProps<'integer'>) {
  return <>{format.format(value)}</>;
}
