import { address, type View } from '../../addresses/view.ts';
import type { RecordOutput } from '../../doors/screens.ts';
import { momentWords } from '../../ui/moment.ts';
import { Section } from '../../ui/section.tsx';
import { changeWords } from '../revisions/change-words.ts';
import styles from './record.module.css';

/** What has been done to a record, revision by revision, the latest first; each leads to the record as it stood then. */
export function History({ record, path, view }: { record: RecordOutput; path: string; view: View }) {
  const { totalCount, nodes } = record.changes;
  const { on } = view;
  return (
    <Section id="history" title="History" count={totalCount}>
      <ol className={styles.history}>
        {nodes.toReversed().map(({ revision, at, kind }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the changes of one revision have no other name
          <li key={place}>
            <a href={address(`/revisions/${revision}`, view)}>Revision {revision}</a> {changeWords(kind)} it,{' '}
            <time dateTime={at}>{momentWords(at)}</time>{' '}
            <a href={address(path, { at: revision, ...(on ? { on } : {}) })}>as it stood then</a>
          </li>
        ))}
      </ol>
    </Section>
  );
}
