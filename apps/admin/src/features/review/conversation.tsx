import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { personName } from '../desk-home/person-name.ts';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';
import { texts } from './texts.tsx';

/** The reviews of a changeset and the comments on the changeset as a whole, in one list, oldest first. */
export function Conversation({ view: { changeset, me } }: { readonly view: ChangesetView }) {
  const entries = [
    ...changeset.reviews.map(({ id, by, at, body, version, verdict }) => ({ id, by, at, body, version, verdict })),
    ...changeset.comments
      .filter(({ fact }) => !fact)
      .map(({ id, by, at, body, version }) => ({ id, by, at, body, version, verdict: 'COMMENT' as const })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (entries.length === 0) return null;
  return (
    <section aria-label={texts.comments.label}>
      <ol className={styles.comments}>
        {entries.map(({ id, by, at, body, version, verdict }) => (
          <li key={id} data-verdict={verdict}>
            <p className={styles.byline}>
              {texts.comments.byline[verdict](
                <b>{personName(by, me)}</b>,
                version,
                <time dateTime={at} title={momentWords(at)} suppressHydrationWarning>
                  {ageWords(at)}
                </time>,
              )}
              {version === changeset.version ? '' : texts.comments.olderVersion}
            </p>
            {body ? <p className={styles.body}>{body}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
