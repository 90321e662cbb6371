import type { ChangesetLineFragment } from '../../generated/desk/graphql.ts';
import { momentWords } from '../../ui/moment.ts';
import { ageWords } from './age.ts';
import { changesetAddress, reviewAddress } from './desk-addresses.ts';
import styles from './desk-home.module.css';
import { personName } from './person-name.ts';
import { StatusBadge } from './status-badge.tsx';
import { texts } from './texts.tsx';

interface ChangesetListProps {
  readonly label: string;
  readonly changesets: readonly ChangesetLineFragment[];
  readonly me: { readonly id: string } | null;
}

/**
 * A list of changesets. A changeset that is a draft, returned or discarded links to its own page, any other to its
 * review page.
 */
export function ChangesetList({ label, changesets, me }: ChangesetListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {changesets.map((changeset) => {
        const { id, number, title, status, author, updatedAt, revision } = changeset;
        const isUnsubmitted = status === 'DRAFT' || status === 'RETURNED' || status === 'DISCARDED';
        return (
          <li key={id}>
            <a href={isUnsubmitted ? changesetAddress(changeset) : reviewAddress(changeset)} className={styles.title}>
              <span className={styles.number}>{texts.changesetNumber(number)}</span>{' '}
              <bdi>{title || texts.untitled}</bdi>
            </a>
            <span className={styles.author}>{personName(author, me)}</span>
            <time dateTime={updatedAt} title={momentWords(updatedAt)} suppressHydrationWarning>
              {ageWords(updatedAt)}
            </time>
            <span className={styles.state}>
              <StatusBadge status={status} />
              {revision ? <a href={`/revisions/${revision}`}>{texts.revision(revision)}</a> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
