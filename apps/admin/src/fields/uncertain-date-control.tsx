'use client';

import { dateBasis, readDate, spanWords, type UncertainDateValue, wordsOf } from '@chancery/codebook';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ControlProps, FieldInput } from './control.ts';
import styles from './fields.module.css';
import { TextInputControl } from './text-input-control.tsx';
import { texts } from './texts.ts';

/**
 * An input for a date in free form. Shows in words how the typed text is understood. Once there is a date, its basis
 * and a note can be entered too.
 */
export function UncertainDateControl({
  id,
  value,
  enter,
  leave,
  describedBy,
  field: _field,
  ...rest
}: ControlProps<'uncertainDate'>) {
  const [explanation, setExplanation] = useState<string>();
  const read = (text: string): FieldInput => {
    const typed = readDate(text);
    if (!typed.ok) return { problem: typed.problem };
    const { basis, note } = value ?? {};
    return { value: { edtf: typed.edtf, ...(basis ? { basis } : {}), ...(note ? { note } : {}) } };
  };
  const showExplanation = (input: FieldInput) =>
    setExplanation('value' in input && input.value !== null ? explanationOf(input.value as UncertainDateValue) : '');
  const enterDetails = (part: Partial<Record<'basis' | 'note', string>>) => {
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
        placeholder={texts.uncertainDate.examples}
        text={value?.edtf ?? ''}
        read={read}
        enter={(input, when) => {
          showExplanation(input);
          enter(input, when);
        }}
        leave={() => {
          leave();
          setExplanation(undefined);
        }}
      />
      <span id={`${id}-reading`} className={styles.reading} aria-live="polite">
        {explanation ?? (value ? explanationOf(value) : '')}
      </span>
      {value ? (
        <details className={styles.details}>
          <summary>
            {value.basis
              ? texts.uncertainDate.details(dateBasis.values[value.basis].label, value.note)
              : texts.uncertainDate.basis}
          </summary>
          <div className={styles.pair} data-even="">
            <NativeSelect
              label={texts.uncertainDate.basis}
              size="xs"
              value={value.basis ?? ''}
              data={[
                { value: '', label: texts.noChoice },
                ...Object.entries(dateBasis.values).map(([key, { label }]) => ({ value: key, label })),
              ]}
              onChange={({ currentTarget }) => enterDetails({ basis: currentTarget.value })}
            />
            <TextInput
              label={texts.uncertainDate.note}
              size="xs"
              defaultValue={value.note ?? ''}
              onBlur={({ currentTarget }) => enterDetails({ note: currentTarget.value.trim() })}
            />
          </div>
        </details>
      ) : null}
    </>
  );
}

/**
 * Returns a date in words, followed by the days that it may cover unless the words are those days. Returns `edtf`
 * unchanged if it is not a date.
 */
function explanationOf({ edtf, basis }: UncertainDateValue): string {
  const typed = readDate(edtf);
  if (!typed.ok) return edtf;
  const words = wordsOf(edtf, basis);
  const span = spanWords(typed.date);
  return span.startsWith(words) ? span : texts.uncertainDate.explanation(words, span);
}
