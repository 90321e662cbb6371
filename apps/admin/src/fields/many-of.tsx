import { Fragment } from 'react';
import type { DisplayProps } from './display.ts';
import { ListedValue } from './listed-value.tsx';

/** Shows the labels of values of a value list, separated by commas. */
export function ManyOfDisplay({ field, value }: DisplayProps<'manyOf'>) {
  return (
    <>
      {value.map((key, at) => (
        <Fragment key={key}>
          {at > 0 ? ', ' : ''}
          <ListedValue list={field.list} value={key} />
        </Fragment>
      ))}
    </>
  );
}
