'use client';

import type { ControlProps } from './control.ts';
import { readNumber } from './read-number.ts';
import { TextInputControl } from './text-input-control.tsx';

/** A number. */
export function NumberControl({ value, field: _field, ...rest }: ControlProps<'number'>) {
  return (
    <TextInputControl {...rest} shown={value === null ? '' : String(value)} read={readNumber} inputMode="decimal" />
  );
}
