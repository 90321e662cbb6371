'use client';

import { useState } from 'react';
import type { ControlProps, FieldInput } from './control.ts';
import styles from './fields.module.css';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/** Inputs for a name and its language code. Both are required unless both are empty. */
export function NameControl({ id, value, enter, field: _field, ...rest }: ControlProps<'name'>) {
  const [parts, setParts] = useState<{ text?: string; language?: string }>({});
  const enterPart = (part: 'text' | 'language') => (input: FieldInput, when: 'soon' | 'now') => {
    const next = { ...parts, [part]: 'value' in input ? String(input.value ?? '') : '' };
    setParts(next);
    const text = next.text ?? value?.text ?? '';
    const language = next.language ?? value?.language ?? '';
    if (text === '' && language === '') enter({ value: null }, when);
    else if (text === '' || language === '') enter({ problem: texts.name.incomplete }, when);
    else enter({ value: { text, language } }, when);
  };
  const read = (text: string) => ({ value: text.trim() });
  return (
    <div className={styles.pair}>
      <TextInputControl
        {...rest}
        id={id}
        text={parts.text ?? value?.text ?? ''}
        read={read}
        enter={enterPart('text')}
      />
      <TextInputControl
        {...rest}
        id={`${id}-language`}
        label={texts.name.language}
        placeholder={texts.name.languageExample}
        text={parts.language ?? value?.language ?? ''}
        read={read}
        enter={enterPart('language')}
      />
    </div>
  );
}
