'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** One line of text. */
export function TextControl({ value, field: _field, ...rest }: ControlProps<'text'>) {
  return <TextInputControl {...rest} shown={value ?? ''} read={(text) => ({ value: text })} />;
}
