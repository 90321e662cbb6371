import type { DisplayProps } from './display.ts';

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, signDisplay: 'negative' });

/** A number with its fraction. */
export function NumberDisplay({ value }: DisplayProps<'number'>) {
  return <>{format.format(value)}</>;
}
