'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** An input for one line of text, which is stored as typed. */
export function TextControl({ value, field: _field, ...rest }: ControlProps<'text'>) {
  return <TextInputControl {...rest} text={value ?? ''} read={(text) => ({ value: text })} />;
}
