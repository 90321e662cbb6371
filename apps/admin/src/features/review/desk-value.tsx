import { type Field, type FieldValue, isAbsence } from '@chancery/codebook';
import { FieldDisplay } from '../../fields/displays.tsx';
import { DeskLink } from './desk-link.tsx';
import type { Names } from './names.ts';
import styles from './review.module.css';
import { absenceWords, outputOfValue } from './value-output.ts';

interface DeskValueProps {
  readonly field: Field | undefined;
  readonly value: FieldValue;
  readonly names: Names;
}

/**
 * Shows a field value of an operation as the public pages do, but links to the editor. Shows the reason why there is no
 * value, or “no value” if no reason is recorded.
 */
export function DeskValue({ field, value, names }: DeskValueProps) {
  if (value === null || isAbsence(value)) return <span className={styles.absent}>{absenceWords(value)}</span>;
  if (!field) return <span>{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
  if (field.kind === 'link' && typeof value === 'string') return <DeskLink id={value} names={names} />;
  return <FieldDisplay field={field} value={outputOfValue(field, value, names)} view={{}} />;
}
