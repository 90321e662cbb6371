import { factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { conflictsAddress, editorAddress } from '../desk-home/desk-addresses.ts';
import { type ChangesetChecks, pluralize } from '../review/checks.ts';
import styles from './submit.module.css';

interface ProblemListProps {
  readonly changeset: { readonly id: string };
  readonly checks: ChangesetChecks;
  readonly labels: Readonly<Record<string, string>>;
}

/** All problems of a changeset, errors first, each with a link to its field. */
export function ProblemList({ changeset, checks: { problems, errors, conflicts }, labels }: ProblemListProps) {
  const sorted = [...problems].sort((a, b) => Number(a.severity === 'WARNING') - Number(b.severity === 'WARNING'));
  if (sorted.length === 0 && conflicts.length === 0) return null;
  const shownErrors = sorted.filter(({ severity }) => severity === 'ERROR').length;
  return (
    <Section id="problems" title="Problems" count={sorted.length}>
      {conflicts.length > 0 ? (
        <Notice tone="warning" title={`${pluralize(conflicts.length, 'field')} in conflict`}>
          Others have changed the same fields since you edited them.{' '}
          <a href={conflictsAddress(changeset)}>Resolve the conflicts</a>
        </Notice>
      ) : null}
      {errors > shownErrors ? (
        <p>
          {pluralize(errors, 'error')} in total. The first {shownErrors} are listed.
        </p>
      ) : null}
      <ul className={styles.problems}>
        {sorted.map(({ severity, message, fact, field, code, operation }) => (
          <li key={`${code} ${operation} ${fact} ${field} ${message}`} data-severity={severity}>
            <span className={styles.severity}>{severity === 'ERROR' ? '✕ error' : '! warning'}</span>
            <span>
              {fact ? (
                <>
                  <a href={editorAddress(fact, field)}>
                    <bdi>{labels[fact] ?? fact}</bdi>
                    {field ? `, ${fieldLabel(fact, field)}` : ''}
                  </a>
                  :{' '}
                </>
              ) : null}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Returns the label of a field of a fact. */
export function fieldLabel(fact: string, field: string): string {
  const type = factTypeOfId(fact);
  return (type && fieldsOf(type)[field]?.label) ?? field;
}
