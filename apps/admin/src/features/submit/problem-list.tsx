import { factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { conflictsAddress, editorAddress } from '../desk-home/desk-addresses.ts';
import type { ChangesetChecks } from '../review/checks.ts';
import styles from './submit.module.css';
import { texts } from './texts.ts';

interface ProblemListProps {
  readonly changeset: { readonly id: string };
  readonly checks: ChangesetChecks;
  readonly labels: Readonly<Record<string, string>>;
  /** True for the author, who alone can resolve conflicts. */
  readonly isMine: boolean;
}

/** The conflicts and problems that the check of a changeset found, errors first, with links to the facts and fields. */
export function ProblemList({ changeset, checks: { problems, errors, conflicts }, labels, isMine }: ProblemListProps) {
  const sorted = [...problems].sort((a, b) => Number(a.severity === 'WARNING') - Number(b.severity === 'WARNING'));
  if (sorted.length === 0 && conflicts.length === 0) return null;
  const shownErrors = sorted.filter(({ severity }) => severity === 'ERROR').length;
  return (
    <Section id="problems" title={texts.problems.heading} count={sorted.length}>
      {conflicts.length > 0 ? (
        <Notice tone="warning" title={texts.problems.inConflict(conflicts.length)}>
          {texts.problems.changedSince}{' '}
          <a href={conflictsAddress(changeset)}>{isMine ? texts.problems.resolve : texts.problems.see}</a>
        </Notice>
      ) : null}
      {errors > shownErrors ? <p>{texts.problems.cut(errors, shownErrors)}</p> : null}
      <ul className={styles.problems}>
        {sorted.map(({ severity, message, fact, field, code, operation }) => (
          <li key={`${code} ${operation} ${fact} ${field} ${message}`} data-severity={severity}>
            <span className={styles.severity}>
              {severity === 'ERROR' ? texts.problems.error : texts.problems.warning}
            </span>
            <span>
              {fact ? (
                <>
                  <a href={editorAddress(fact, field)}>
                    <bdi>{labels[fact] ?? fact}</bdi>
                    {field ? texts.problems.fieldSuffix(fieldLabel(fact, field)) : ''}
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

/** Returns the label of a field of a fact; `field` itself if the codebook has no such field. */
export function fieldLabel(fact: string, field: string): string {
  const type = factTypeOfId(fact);
  return (type && fieldsOf(type)[field]?.label) ?? field;
}
