'use client';

import { type Field, valuesOf } from '@chancery/codebook';
import { useState } from 'react';
import styles from './mapping.module.css';
import { texts } from './texts.ts';

type Meaning = string | number | boolean;

interface MeaningsProps {
  readonly field: Field;
  readonly value: Readonly<Record<string, Meaning>>;
  readonly onChange: (meanings: Readonly<Record<string, Meaning>>) => void;
}

/** The form that maps texts in a column to values of a field. */
export function Meanings({ field, value, onChange }: MeaningsProps) {
  const [text, setText] = useState('');
  const choices = choicesOf(field);
  const add = () => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed in value) return;
    // The editor chooses each value: a default would be a statement that nobody has made.
    onChange({ ...value, [trimmed]: choices.length > 0 ? '' : trimmed });
    setText('');
  };
  return (
    <div className={styles.meanings}>
      {Object.entries(value).map(([from, to]) => (
        <div key={from}>
          <code>{from}</code>
          <span>{texts.value.means}</span>
          {choices.length > 0 ? (
            <select
              className={styles.control}
              aria-label={texts.value.meaningOf(from)}
              value={String(to)}
              required
              onChange={({ currentTarget }) => onChange({ ...value, [from]: meaningOf(field, currentTarget.value) })}
            >
              <option value="">{texts.value.choose}</option>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              className={styles.control}
              aria-label={texts.value.meaningOf(from)}
              value={String(to)}
              onChange={({ currentTarget }) => onChange({ ...value, [from]: currentTarget.value })}
            />
          )}
          <button
            type="button"
            className={styles.quiet}
            aria-label={texts.value.removeMeaning(from)}
            onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([text]) => text !== from)))}
          >
            ×
          </button>
        </div>
      ))}
      <div>
        <input
          className={styles.control}
          aria-label={texts.value.textFor(field.label)}
          placeholder={texts.value.textHint}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className={styles.quiet} onClick={add}>
          {texts.value.addMeaning}
        </button>
      </div>
    </div>
  );
}

/**
 * Returns the values that an editor can choose for a field: those of its value list, or yes and no. Returns none for
 * other fields.
 */
export function choicesOf(field: Field): { readonly value: string; readonly label: string }[] {
  if (field.kind === 'boolean')
    return [
      { value: 'true', label: texts.value.yes },
      { value: 'false', label: texts.value.no },
    ];
  const { list } = field;
  return list ? valuesOf(list).map((value) => ({ value, label: list.values[value]?.label ?? value })) : [];
}

/** Converts the value of an option to the value of the field. An empty text is no choice yet. */
export function meaningOf(field: Field, choice: string): Meaning {
  return field.kind === 'boolean' && choice !== '' ? choice === 'true' : choice;
}
