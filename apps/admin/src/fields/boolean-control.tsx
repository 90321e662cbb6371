'use client';

import { NativeSelect } from '@mantine/core';
import type { ControlProps } from './control.ts';
import { texts } from './texts.ts';

/** A select for yes, no or no value. Not a checkbox, because an unticked box means no. */
export function BooleanControl({ id, value, isInvalid, describedBy, enter, leave }: ControlProps<'boolean'>) {
  return (
    <NativeSelect
      id={id}
      value={value === null ? '' : String(value)}
      error={isInvalid}
      aria-describedby={describedBy}
      data={[
        { value: '', label: texts.noChoice },
        { value: 'true', label: texts.boolean.yes },
        { value: 'false', label: texts.boolean.no },
      ]}
      onChange={({ currentTarget }) =>
        enter({ value: currentTarget.value === '' ? null : currentTarget.value === 'true' }, 'now')
      }
      onBlur={leave}
    />
  );
}
