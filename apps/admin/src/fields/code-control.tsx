'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** A code, kept as it is spelled. */
export function CodeControl({ value, field: _field, ...rest }: ControlProps<'code'>) {
  return <TextInputControl {...rest} shown={value ?? ''} read={(text) => ({ value: text.trim() })} />;
}
