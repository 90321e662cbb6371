import type { DisplayProps } from './display.ts';

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, signDisplay: 'negative' });

/** Shows a number with up to six decimals. */
export function NumberDisplay({ value }: DisplayProps<'number'>) {
  return <>{format.format(value)}</>;
}
