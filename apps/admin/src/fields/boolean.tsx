import type { DisplayProps } from './display.ts';
import { texts } from './texts.ts';

/** Shows true as “Yes” and false as “No”. */
export function BooleanDisplay({ value }: DisplayProps<'boolean'>) {
  return <>{value ? texts.boolean.yes : texts.boolean.no}</>;
}
