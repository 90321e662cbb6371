import type { DisplayProps } from './display.ts';

/** Shows yes or no. */
export function BooleanDisplay({ value }: DisplayProps<'boolean'>) {
  return <>{value ? 'Yes' : 'No'}</>;
}
