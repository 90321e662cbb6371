import type { DisplayProps } from './display.ts';
import { ListedValue } from './listed-value.tsx';

/** Shows the label of a value of a value list. */
export function OneOfDisplay({ field, value }: DisplayProps<'oneOf'>) {
  return <ListedValue list={field.list} value={value} />;
}
