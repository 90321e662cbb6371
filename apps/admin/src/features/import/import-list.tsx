import type { ImportLineFragment } from '../../generated/desk/graphql.ts';
import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import styles from './import.module.css';
import { importAddress, importStatusLabels } from './import-labels.ts';
import { texts } from './texts.tsx';

interface ImportListProps {
  readonly imports: readonly ImportLineFragment[];
  readonly me: { readonly id: string } | null;
}

/** A list of imports, each with the person who started it, its age, its status, and its changeset if it has one. */
export function ImportList({ imports, me }: ImportListProps) {
  return (
    <ul className={styles.list} aria-label={texts.list.heading}>
      {imports.map(({ id, number, title, status, source, files, startedBy, createdAt, changeset, done, total }) => (
        <li key={id}>
          <a href={importAddress(id)} className={styles.title}>
            <span className={styles.number}>{texts.importNumber(number)}</span>{' '}
            <bdi>{title || source?.title || files[0]?.name || texts.list.noFiles}</bdi>
          </a>
          <span className={styles.aside}>{personName(startedBy, me)}</span>
          <time dateTime={createdAt} title={momentWords(createdAt)} suppressHydrationWarning>
            {ageWords(createdAt)}
          </time>
          <span className={styles.status} data-status={status} title={importStatusLabels[status].description}>
            {importStatusLabels[status].label}
            {(status === 'CHECKING' || status === 'WRITING') && total > 0 ? texts.list.progress(done, total) : ''}
            {changeset ? (
              <>
                {' '}
                <a href={changesetAddress(changeset)}>{changesetTexts.changesetNumber(changeset.number)}</a>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
