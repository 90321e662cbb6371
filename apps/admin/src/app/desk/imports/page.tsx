import type { Metadata } from 'next';
import { addressProblems, anyText } from '../../../addresses/address-rules.ts';
import { firstValue, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { DeskErrorPage } from '../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../features/errors/invalid-address-page.tsx';
import styles from '../../../features/import/import.module.css';
import { ImportList } from '../../../features/import/import-list.tsx';
import { texts } from '../../../features/import/texts.tsx';
import { ImportsDocument } from '../../../generated/desk/graphql.ts';
import { EmptyMessage } from '../../../ui/empty-message.tsx';

export const metadata: Metadata = { title: texts.list.heading };

/** All imports, newest first, 50 per page. */
export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const pageAddress = { path: '/desk/imports', parameters };
  const problems = addressProblems(parameters, { after: anyText });
  if (problems.length > 0) return <DeskInvalidAddress pageAddress={pageAddress} problems={problems} />;
  const after = firstValue(parameters.after);
  const answer = await callDeskOnServer(ImportsDocument, { first: 50, ...(after ? { after } : {}) });
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={pageAddress.path} />;
  const { me, imports } = answer.data;
  return (
    <div className={styles.screen}>
      <header className={styles.headRow}>
        <h1>{texts.list.heading}</h1>
        <a href="/desk/imports/new" className={styles.start}>
          {texts.list.newImport}
        </a>
      </header>
      {imports.nodes.length > 0 ? (
        <ImportList imports={imports.nodes} me={me} />
      ) : (
        <EmptyMessage title={texts.list.none}>
          {texts.list.noneText} <a href="/desk/imports/new">{texts.list.upload}</a>
        </EmptyMessage>
      )}
      <nav className={styles.pages} aria-label={texts.list.pages}>
        {after ? <a href="/desk/imports">{texts.list.newest}</a> : null}
        {imports.hasNextPage && imports.endCursor ? (
          <a href={`?after=${imports.endCursor}`}>{texts.list.older}</a>
        ) : null}
      </nav>
    </div>
  );
}
