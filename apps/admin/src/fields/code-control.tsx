'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** An input for a code, which is stored as typed, without surrounding spaces. */
export function CodeControl({ value, field: _field, ...rest }: ControlProps<'code'>) {
  return <TextInputControl {...rest} text={value ?? ''} read={(text) => ({ value: text.trim() })} />;
}
