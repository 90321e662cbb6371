import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../doors/call-desk-on-server.ts';
import styles from '../../../features/import/import.module.css';
import { ImportList } from '../../../features/import/import-list.tsx';
import { DeskErrorNotice } from '../../../features/review/desk-error-notice.tsx';
import { ImportsDocument } from '../../../generated/desk/graphql.ts';
import { Empty } from '../../../ui/empty.tsx';

export const metadata: Metadata = { title: 'Imports' };

/** All imports, newest first. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const after = first((await searchParams).after);
  const answer = await callDeskOnServer(ImportsDocument, { first: 50, ...(after ? { after } : {}) });
  if (!answer.ok) return <DeskErrorNotice error={answer.error} />;
  const { me, imports } = answer.data;
  return (
    <div className={styles.screen}>
      <header className={styles.headRow}>
        <h1>Imports</h1>
        <a href="/desk/imports/new" className={styles.start}>
          New import
        </a>
      </header>
      {imports.nodes.length > 0 ? (
        <ImportList imports={imports.nodes} me={me} />
      ) : (
        <Empty title="Nothing has been imported yet">
          An import turns the rows of a data set into a changeset. You check every row before anything is written.{' '}
          <a href="/desk/imports/new">Upload files</a>
        </Empty>
      )}
      <nav className={styles.pages} aria-label="Pages">
        {after ? <a href="/desk/imports">Newest</a> : null}
        {imports.hasNextPage && imports.endCursor ? <a href={`?after=${imports.endCursor}`}>Older</a> : null}
      </nav>
    </div>
  );
}
