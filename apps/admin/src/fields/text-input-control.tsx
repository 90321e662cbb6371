'use client';

import type { FieldKind } from '@chancery/codebook';
import { Textarea, TextInput } from '@mantine/core';
import type { HTMLAttributes } from 'react';
import type { ControlProps, FieldInput } from './control.ts';
import { useTypedText } from './use-typed-text.ts';

interface TextInputControlProps
  extends Pick<ControlProps<FieldKind>, 'id' | 'isInvalid' | 'describedBy' | 'enter' | 'leave'> {
  /** The current value as text. */
  readonly text: string;
  /** Parses the typed text. Not called for empty text, which means no value. */
  readonly read: (text: string) => FieldInput;
  readonly multiline?: boolean;
  readonly label?: string;
  readonly type?: 'text' | 'url';
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly placeholder?: string;
  readonly className?: string;
}

/**
 * A text input. Shows the typed text while it has focus, and the text of the value afterwards. Invalid text stays, so
 * that the editor can correct it.
 */
export function TextInputControl({
  id,
  text,
  read,
  multiline = false,
  isInvalid,
  describedBy,
  enter,
  leave,
  label,
  ...rest
}: TextInputControlProps) {
  const { typed, setTyped, clearTyped } = useTypedText(text);
  const props = {
    id,
    value: typed,
    error: isInvalid,
    dir: 'auto',
    autoComplete: 'off',
    'aria-describedby': describedBy,
    'aria-label': label,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped(value);
      enter(value.trim() === '' ? { value: null } : read(value), 'soon');
    },
    onBlur: () => {
      leave();
      if (typed.trim() === '' || 'value' in read(typed)) clearTyped();
    },
    ...rest,
  };
  return multiline ? <Textarea {...props} autosize minRows={2} maxRows={14} /> : <TextInput {...props} />;
}
