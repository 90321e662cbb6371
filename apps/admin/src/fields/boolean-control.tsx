'use client';

import { NativeSelect } from '@mantine/core';
import type { ControlProps } from './control.ts';

/** Yes, no, or nothing recorded: a box that is not ticked would say no. */
export function BooleanControl({ id, value, isInvalid, describedBy, enter, leave }: ControlProps<'boolean'>) {
  return (
    <NativeSelect
      id={id}
      value={value === null ? '' : String(value)}
      error={isInvalid}
      aria-describedby={describedBy}
      data={[
        { value: '', label: '–' },
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ]}
      onChange={({ currentTarget }) =>
        enter({ value: currentTarget.value === '' ? null : currentTarget.value === 'true' }, 'now')
      }
      onBlur={leave}
    />
  );
}
