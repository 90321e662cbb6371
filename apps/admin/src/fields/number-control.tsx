'use client';

import type { ControlProps } from './control.ts';
import { readNumber } from './read-number.ts';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/** An input for a number, which may have decimals. */
export function NumberControl({ value, field: _field, ...rest }: ControlProps<'number'>) {
  return (
    <TextInputControl
      {...rest}
      text={value === null ? '' : String(value)}
      read={(text) => readNumber(text, texts.number.notNumber)}
      inputMode="decimal"
    />
  );
}
