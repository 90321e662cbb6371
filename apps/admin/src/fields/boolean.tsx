import type { DisplayProps } from './display.ts';
import { texts } from './texts.ts';

/** Shows yes or no. */
export function BooleanDisplay({ value }: DisplayProps<'boolean'>) {
  return <>{value ? texts.boolean.yes : texts.boolean.no}</>;
}
