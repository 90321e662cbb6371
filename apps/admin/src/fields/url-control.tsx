'use client';

import type { ControlProps } from './control.ts';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/** An input for a web address, which is stored as typed, without surrounding spaces. */
export function UrlControl({ value, field: _field, ...rest }: ControlProps<'url'>) {
  return (
    <TextInputControl
      {...rest}
      text={value ?? ''}
      read={(text) => ({ value: text.trim() })}
      type="url"
      placeholder={texts.url.example}
    />
  );
}
