import { Fragment } from 'react';
import type { DisplayProps } from './display.ts';
import { ListedValue } from './listed-value.tsx';

/** Values of a closed list, by their labels. */
export function ManyOfDisplay({ field, value }: DisplayProps<'manyOf'>) {
  return (
    <>
      {value.map((one, at) => (
        <Fragment key={one}>
          {at > 0 ? ', ' : ''}
          <ListedValue list={field.list} value={one} />
        </Fragment>
      ))}
    </>
  );
}
