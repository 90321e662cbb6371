'use client';

import type { FieldKind } from '@chancery/codebook';
import { Textarea, TextInput } from '@mantine/core';
import type { HTMLAttributes } from 'react';
import type { ControlProps, Entered } from './control.ts';
import { useTyped } from './use-typed.ts';

interface TextInputControlProps
  extends Pick<ControlProps<FieldKind>, 'id' | 'isInvalid' | 'describedBy' | 'enter' | 'leave'> {
  /** The value as text. */
  readonly shown: string;
  /** Reads what is typed; an empty text is no value. */
  readonly read: (text: string) => Entered;
  readonly lines?: boolean;
  readonly label?: string;
  readonly type?: 'text' | 'url';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly placeholder?: string;
  readonly className?: string;
}

/** A control in which one types: it shows what is typed until it is left, then the value that was made of it. */
export function TextInputControl({
  id,
  shown,
  read,
  lines = false,
  isInvalid,
  describedBy,
  enter,
  leave,
  label,
  ...rest
}: TextInputControlProps) {
  const [text, type, done] = useTyped(shown);
  const props = {
    id,
    value: text,
    error: isInvalid,
    dir: 'auto',
    autoComplete: 'off',
    'aria-describedby': describedBy,
    'aria-label': label,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      type(value);
      enter(value.trim() === '' ? { value: null } : read(value), 'soon');
    },
    onBlur: () => {
      leave();
      // A text that is no value stays as it was typed.
      if (text.trim() === '' || 'value' in read(text)) done();
    },
    ...rest,
  };
  return lines ? <Textarea {...props} autosize minRows={2} maxRows={14} /> : <TextInput {...props} />;
}
