import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { changesetAddress, conflictsAddress, reviewAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { StatusBadge } from '../desk-home/status-badge.tsx';
import { statusLabels } from '../desk-home/status-labels.ts';
import { type ChangesetChecks, checkResults, pluralize } from './checks.ts';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';

interface ChangesetHeaderProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  readonly tab: 'changeset' | 'review' | 'conflicts';
}

/** The title, status, author and base revision of a changeset, the results of its checks, and its tabs. */
export function ChangesetHeader({ view: { changeset, me, head }, checks, tab }: ChangesetHeaderProps) {
  const { number, title, reason, status, author, createdAt, baseRevision, version, revision, reverts } = changeset;
  const behind = head - baseRevision;
  const tabs = [
    { key: 'changeset', label: 'Changeset', href: changesetAddress(changeset) },
    { key: 'review', label: 'Review', href: reviewAddress(changeset) },
    ...(checks && checks.conflicts.length > 0
      ? [{ key: 'conflicts', label: `Conflicts (${checks.conflicts.length})`, href: conflictsAddress(changeset) }]
      : []),
  ];
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <h1>
          <span className={styles.number}>CS-{number}</span> {title || 'Untitled'}
        </h1>
        <StatusBadge status={status} />
      </div>
      <p className={styles.meta}>
        By {personName(author, me)}, started{' '}
        <time dateTime={createdAt} title={momentWords(createdAt)} suppressHydrationWarning>
          {ageWords(createdAt)}
        </time>{' '}
        from <a href={`/revisions/${baseRevision}`}>revision {baseRevision}</a>
        {status === 'MERGED' || behind <= 0 ? '' : ` (${pluralize(behind, 'revision')} behind the register)`}. Version{' '}
        {version}.
        {reverts ? (
          <>
            {' '}
            Reverts <a href={`/revisions/${reverts}`}>revision {reverts}</a>.
          </>
        ) : null}
        {revision ? (
          <>
            {' '}
            Merged as <a href={`/revisions/${revision}`}>revision {revision}</a>.
          </>
        ) : null}
      </p>
      {reason && tab !== 'changeset' ? <p className={styles.reason}>{reason}</p> : null}
      <p className={styles.aside}>{statusLabels[status].description}</p>
      {checks && status !== 'MERGED' ? (
        <ul className={styles.checks} aria-label="Checks">
          {checkResults(checks).map(({ name, text, mark }) => (
            <li key={name} data-mark={mark}>
              <span aria-hidden="true">{mark}</span> <b>{name}:</b> {text}
            </li>
          ))}
        </ul>
      ) : null}
      {checks?.isChecked && status !== 'MERGED' && checks.asOf < head ? (
        <p className={styles.aside}>
          Checked on submission, at revision {checks.asOf}. It is checked again when it is merged.
        </p>
      ) : null}
      <nav aria-label="Views of the changeset" className={styles.tabs}>
        {tabs.map(({ key, label, href }) => (
          <a key={key} href={href} aria-current={key === tab ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </header>
  );
}
