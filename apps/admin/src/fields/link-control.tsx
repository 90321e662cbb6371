'use client';

import { concreteTypesOf } from '@chancery/codebook';
import { FactPicker } from '../features/pickers/fact-picker.tsx';
import type { ControlProps } from './control.ts';

/** A picker for the fact that a link field points to. Some types of records can be created in it. */
export function LinkControl({ id, field, value, isInvalid, describedBy, enter, leave }: ControlProps<'link'>) {
  return (
    <FactPicker
      id={id}
      types={concreteTypesOf(field.target ?? '')}
      value={value}
      isInvalid={isInvalid}
      describedBy={describedBy}
      choose={(chosen) => enter({ value: chosen }, 'now')}
      leave={leave}
    />
  );
}
