'use client';

import type { ControlProps } from './control.ts';
import { readNumber } from './read-number.ts';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/** An input for a whole number. Does not report decimals: `valueSchema` refuses them when the value is saved. */
export function IntegerControl({ value, field: _field, ...rest }: ControlProps<'integer'>) {
  return (
    <TextInputControl
      {...rest}
      text={value === null ? '' : String(value)}
      read={(text) => readNumber(text, texts.number.notInteger)}
      inputMode="numeric"
    />
  );
}
