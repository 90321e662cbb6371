import type { DisplayProps } from './display.ts';
import { ListedValue } from './listed-value.tsx';

/** Shows a value of a value list by its label. */
export function OneOfDisplay({ field, value }: DisplayProps<'oneOf'>) {
  return <ListedValue list={field.list} value={value} />;
}
