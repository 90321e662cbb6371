import { address, type View } from '../../addresses/view.ts';
import type { RecordOutput } from '../../endpoints/screens.ts';
import { momentWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import { changeWords } from '../revisions/change-words.ts';
import styles from './record.module.css';
import { texts } from './texts.tsx';

/** The latest operations on a record, newest first, each with a link to the record at its revision. */
export function RecordHistory({ record, path, view }: { record: RecordOutput; path: string; view: View }) {
  const { totalCount, nodes } = record.changes;
  const { on } = view;
  return (
    <Section id="history" title={texts.history.heading} count={totalCount}>
      <ol className={styles.history}>
        {nodes.toReversed().map(({ revision, at, kind }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one revision have no other name
          <li key={place}>
            {texts.history.change(
              <a href={address(`/revisions/${revision}`, view)}>{texts.history.revision(revision)}</a>,
              changeWords(kind),
              <time dateTime={at}>{momentWords(at)}</time>,
            )}{' '}
            <a href={address(path, { at: revision, ...(on ? { on } : {}) })}>{texts.history.view}</a>
          </li>
        ))}
      </ol>
      <MoreNote shownCount={nodes.length} totalCount={totalCount} />
    </Section>
  );
}
