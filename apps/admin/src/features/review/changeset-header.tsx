import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { changesetAddress, conflictsAddress, reviewAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { StatusBadge } from '../desk-home/status-badge.tsx';
import { statusLabels } from '../desk-home/status-labels.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { type ChangesetChecks, checkResults } from './checks.ts';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';
import { texts } from './texts.tsx';

interface ChangesetHeaderProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  readonly tab: 'changeset' | 'review' | 'conflicts';
}

/** The title, status, author and base revision of a changeset, the results of its checks, and its tabs. */
export function ChangesetHeader({ view: { changeset, me, head }, checks, tab }: ChangesetHeaderProps) {
  const { number, title, reason, status, author, createdAt, baseRevision, version, revision, reverts } = changeset;
  const behind = status === 'MERGED' ? 0 : head - baseRevision;
  const tabs = [
    { key: 'changeset', label: texts.header.changeset, href: changesetAddress(changeset) },
    { key: 'review', label: texts.header.review, href: reviewAddress(changeset) },
    ...(checks && checks.conflicts.length > 0
      ? [
          {
            key: 'conflicts',
            label: texts.header.conflicts(checks.conflicts.length),
            href: conflictsAddress(changeset),
          },
        ]
      : []),
  ];
  return (
    <header className={styles.header}>
      <div className={styles.titleRow}>
        <h1>
          {texts.header.title(
            title || changesetTexts.untitled,
            <span className={styles.number}>{changesetTexts.changesetNumber(number)}</span>,
          )}
        </h1>
        <StatusBadge status={status} />
      </div>
      <p className={styles.meta}>
        {texts.header.started(
          personName(author, me),
          <time dateTime={createdAt} title={momentWords(createdAt)} suppressHydrationWarning>
            {ageWords(createdAt)}
          </time>,
          <RevisionLink number={baseRevision} />,
          behind,
          version,
        )}
        {reverts ? texts.header.reverts(<RevisionLink number={reverts} />) : null}
        {revision ? texts.header.mergedAs(<RevisionLink number={revision} />) : null}
      </p>
      {reason && tab !== 'changeset' ? <p className={styles.reason}>{reason}</p> : null}
      <p className={styles.aside}>{statusLabels[status].description}</p>
      {checks && status !== 'MERGED' ? (
        <ul className={styles.checks} aria-label={texts.header.checksLabel}>
          {checkResults(checks).map(({ name, text, mark }) => (
            <li key={name} data-mark={mark}>
              <span aria-hidden="true">{mark}</span> <b>{texts.header.checkName(name)}</b> {text}
            </li>
          ))}
        </ul>
      ) : null}
      {checks?.isChecked && status !== 'MERGED' && checks.asOf < head ? (
        <p className={styles.aside}>{texts.header.checkedAt(checks.asOf)}</p>
      ) : null}
      <nav aria-label={texts.header.views} className={styles.tabs}>
        {tabs.map(({ key, label, href }) => (
          <a key={key} href={href} aria-current={key === tab ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
    </header>
  );
}

function RevisionLink({ number }: { readonly number: number }) {
  return <a href={`/revisions/${number}`}>{changesetTexts.revision(number)}</a>;
}
