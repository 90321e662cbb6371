'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';

/** An input of several lines for a text with paragraphs. */
export function LongTextControl({ value, field: _field, ...rest }: ControlProps<'longText'>) {
  return <TextInputControl {...rest} text={value ?? ''} read={(text) => ({ value: text })} multiline />;
}
