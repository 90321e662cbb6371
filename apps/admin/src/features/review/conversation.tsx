import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { personName } from '../desk-home/person-name.ts';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';

const saidWords = { APPROVE: 'approved', REQUEST_CHANGES: 'asked for changes in', COMMENT: 'commented on' } as const;

/** What reviewers have said of the changeset as a whole, oldest first. */
export function Conversation({ view: { changeset, me } }: { readonly view: ChangesetView }) {
  const said = [
    ...changeset.reviews.map(({ id, by, at, body, version, verdict }) => ({ id, by, at, body, version, verdict })),
    ...changeset.comments
      .filter(({ fact }) => !fact)
      .map(({ id, by, at, body, version }) => ({ id, by, at, body, version, verdict: 'COMMENT' as const })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (said.length === 0) return null;
  return (
    <section aria-label="What reviewers said">
      <ol className={styles.comments}>
        {said.map(({ id, by, at, body, version, verdict }) => (
          <li key={id} data-verdict={verdict}>
            <p className={styles.byline}>
              <b>{personName(by, me)}</b> {saidWords[verdict]} version {version}{' '}
              <time dateTime={at} title={momentWords(at)} suppressHydrationWarning>
                {ageWords(at)}
              </time>
              {version === changeset.version ? '' : ', which has changed since'}
            </p>
            {body ? <p className={styles.said}>{body}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
