import type { Metadata } from 'next';
import { callDeskOnServer } from '../../../../endpoints/call-desk-on-server.ts';
import { NewImport } from '../../../../features/import/new-import.tsx';
import { texts } from '../../../../features/import/texts.tsx';
import { DeskErrorNotice } from '../../../../features/review/desk-error-notice.tsx';
import { ImportSourcesDocument } from '../../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.newImport.heading };

/** The page where files are uploaded for a new import. */
export default async function NewImportPage() {
  const answer = await callDeskOnServer(ImportSourcesDocument, {});
  return answer.ok ? <NewImport sources={answer.data.importSources} /> : <DeskErrorNotice error={answer.error} />;
}
