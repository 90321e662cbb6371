import type { DisplayProps } from './display.ts';

/** Yes or no. */
export function BooleanDisplay({ value }: DisplayProps<'boolean'>) {
  return <>{value ? 'Yes' : 'No'}</>;
}
