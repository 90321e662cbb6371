'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** Paragraphs of text. */
export function LongTextControl({ value, field: _field, ...rest }: ControlProps<'longText'>) {
  return <TextInputControl {...rest} shown={value ?? ''} read={(text) => ({ value: text })} lines />;
}
