'use client';

import { type Field, valuesOf } from '@chancery/codebook';
import { useContext, useState } from 'react';
import { FileValuesContext, textsOfColumn } from './column-texts.ts';
import styles from './mapping.module.css';
import { texts } from './texts.ts';

type Meaning = string | number | boolean;

interface MeaningsProps {
  readonly field: Field;
  readonly value: Readonly<Record<string, Meaning>>;
  /** The column, and the separator of its cells if they have several texts. */
  readonly column: string;
  readonly separator?: string | undefined;
  readonly onChange: (meanings: Readonly<Record<string, Meaning>>) => void;
}

/**
 * The form that maps texts in a column to values of a field. It lists the texts of the column with their numbers of rows,
 * without a value until the editor chooses one.
 */
export function Meanings({ field, value, column, separator, onChange }: MeaningsProps) {
  const [text, setText] = useState('');
  const values = useContext(FileValuesContext);
  const inFile = textsOfColumn(values, column, separator);
  const rowsByText = new Map(inFile.map(({ text: listed, rows }) => [listed, rows]));
  const listed = [...new Set([...rowsByText.keys(), ...Object.keys(value)])];
  const without = (removed: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== removed));
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
      {values?.isWhole === false && inFile.length > 0 ? <p>{texts.value.startOnly}</p> : null}
      {listed.map((from) => (
        <div key={from}>
          <code>{from}</code>
          {rowsByText.has(from) ? <span>{texts.value.inRows(rowsByText.get(from) ?? 0)}</span> : null}
          <span>{texts.value.means}</span>
          {choices.length > 0 ? (
            <select
              className={styles.control}
              aria-label={texts.value.meaningOf(from)}
              value={String(value[from] ?? '')}
              // A text of the file without a value is reported with its lines by the check.
              required={!rowsByText.has(from)}
              onChange={({ currentTarget: { value: choice } }) =>
                onChange(choice === '' ? without(from) : { ...value, [from]: meaningOf(field, choice) })
              }
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
              value={String(value[from] ?? '')}
              onChange={({ currentTarget: { value: typed } }) =>
                onChange(typed === '' ? without(from) : { ...value, [from]: typed })
              }
            />
          )}
          {from in value ? (
            <button
              type="button"
              className={styles.quiet}
              aria-label={texts.value.removeMeaning(from)}
              onClick={() => onChange(without(from))}
            >
              ×
            </button>
          ) : null}
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
