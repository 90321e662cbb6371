import type { DisplayProps } from './display.ts';
import { ListedValue } from './listed-value.tsx';

/** A value of a closed list, by its label. */
export function OneOfDisplay({ field, value }: DisplayProps<'oneOf'>) {
  return <ListedValue list={field.list} value={value} />;
}
