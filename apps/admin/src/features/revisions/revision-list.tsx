import { address, type View } from '../../addresses/view.ts';
import { dayWords } from '../../ui/moment.ts';
import styles from './revision-list.module.css';
import { texts } from './texts.tsx';

/** The fields of a revision that {@link RevisionList} shows. `at` is its moment, `operations` their number. */
export interface ListedRevision {
  readonly number: number;
  readonly at: string;
  readonly title: string | null;
  readonly operations: number;
  /** The number of the revision that this one reverts. */
  readonly reverts: number | null;
}

/** A list of revisions, each with its number, title, day, number of operations and the revision that it reverts. */
export function RevisionList({ revisions, view }: { revisions: readonly ListedRevision[]; view: View }) {
  return (
    <ol className={styles.list}>
      {revisions.map(({ number, at, title, operations, reverts }) => (
        <li key={number} className={styles.revision}>
          <span className={styles.number}>{number}</span>
          <div>
            <a href={address(`/revisions/${number}`, view)}>{title ?? texts.revision(number)}</a>
            <p className={styles.facts}>
              {reverts === null
                ? texts.list.facts(<time dateTime={at}>{dayWords(at)}</time>, operations)
                : texts.list.factsOfRevert(
                    <time dateTime={at}>{dayWords(at)}</time>,
                    operations,
                    <a href={address(`/revisions/${reverts}`, view)}>{texts.list.reverted(reverts)}</a>,
                  )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
