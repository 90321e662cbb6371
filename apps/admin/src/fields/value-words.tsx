'use client';

import { type Field, type FieldValue, fieldState, isAbsence, wordsOf } from '@chancery/codebook';
import { useLabel } from '../features/changeset/work-provider.tsx';
import styles from './fields.module.css';
import { texts } from './texts.ts';

interface ValueWordsProps {
  readonly field: Field;
  readonly value: FieldValue | undefined;
}

/**
 * Shows a field value of an operation or of a draft in one line. Shows a link by the label of its target, an absence by
 * the label of its reason, and null or `undefined` as “no value”.
 */
export function ValueWords({ field, value = null }: ValueWordsProps) {
  if (value === null) return <span className={styles.absent}>{texts.noValue}</span>;
  if (isAbsence(value))
    return <span className={styles.absent}>{fieldState.values[value.absent].label.toLowerCase()}</span>;
  if (field.kind === 'link') return <LinkWords id={String(value)} />;
  return <bdi>{plainWords(field, value)}</bdi>;
}

function LinkWords({ id }: { readonly id: string }) {
  return <bdi>{useLabel(id)}</bdi>;
}

function plainWords({ list }: Field, value: NonNullable<FieldValue>): string {
  if (Array.isArray(value)) return value.map((key) => list?.values[key]?.label ?? key).join(', ');
  if (typeof value === 'boolean') return value ? texts.boolean.yes : texts.boolean.no;
  if (typeof value === 'object') {
    if ('edtf' in value) return wordsOf(value.edtf, value.basis);
    if ('latitude' in value) return `${value.latitude}, ${value.longitude}`;
    if ('text' in value) return `${value.text} (${value.language})`;
  }
  return list?.values[String(value)]?.label ?? String(value);
}
