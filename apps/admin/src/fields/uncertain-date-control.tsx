'use client';

import { dateBasis, readDate, spanWords, type UncertainDateValue, wordsOf } from '@chancery/codebook';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ControlProps, Entered } from './control.ts';
import styles from './fields.module.css';
import { TextInputControl } from './text-input-control.tsx';

/** A date as one types it, read back in words; behind it on what it rests, and a note. */
export function UncertainDateControl({
  id,
  value,
  enter,
  leave,
  describedBy,
  field: _field,
  ...rest
}: ControlProps<'uncertainDate'>) {
  const [reading, setReading] = useState<string>();
  const read = (text: string): Entered => {
    const typed = readDate(text);
    if (!typed.ok) return { problem: typed.problem };
    const { basis, note } = value ?? {};
    return { value: { edtf: typed.edtf, ...(basis ? { basis } : {}), ...(note ? { note } : {}) } };
  };
  const show = (entered: Entered) =>
    setReading('value' in entered && entered.value !== null ? readingOf(entered.value as UncertainDateValue) : '');
  const further = (part: Partial<Record<'basis' | 'note', string>>) => {
    if (!value) return;
    const { basis, note } = { ...value, ...part };
    enter(
      { value: { edtf: value.edtf, ...(basis ? { basis } : {}), ...(note ? { note } : {}) } as UncertainDateValue },
      'now',
    );
  };
  return (
    <>
      <TextInputControl
        {...rest}
        id={id}
        describedBy={`${describedBy} ${id}-reading`}
        placeholder="2 September 2019, autumn 2019, c. 2016, 2001 to 2010"
        shown={value?.edtf ?? ''}
        read={read}
        enter={(entered, when) => {
          show(entered);
          enter(entered, when);
        }}
        leave={() => {
          leave();
          setReading(undefined);
        }}
      />
      <span id={`${id}-reading`} className={styles.reading} aria-live="polite">
        {reading ?? (value ? readingOf(value) : '')}
      </span>
      {value ? (
        <details className={styles.further}>
          <summary>
            {value.basis
              ? `${dateBasis.values[value.basis].label}${value.note ? ': ' : ''}${value.note ?? ''}`
              : 'On what it rests'}
          </summary>
          <div className={styles.pair} data-even="">
            <NativeSelect
              label="On what it rests"
              size="xs"
              value={value.basis ?? ''}
              data={[
                { value: '', label: '–' },
                ...Object.entries(dateBasis.values).map(([key, { label }]) => ({ value: key, label })),
              ]}
              onChange={({ currentTarget }) => further({ basis: currentTarget.value })}
            />
            <TextInput
              label="Note"
              size="xs"
              defaultValue={value.note ?? ''}
              onBlur={({ currentTarget }) => further({ note: currentTarget.value.trim() })}
            />
          </div>
        </details>
      ) : null}
    </>
  );
}

/** How a date is understood: in words, and where they do not say so already the days that it may cover. */
function readingOf({ edtf, basis }: UncertainDateValue): string {
  const typed = readDate(edtf);
  if (!typed.ok) return edtf;
  const words = wordsOf(edtf, basis);
  const span = spanWords(typed.date);
  return span.startsWith(words) ? span : `${words}: ${span}`;
}
