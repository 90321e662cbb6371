import type { Metadata } from 'next';
import { callDeskOnServer } from '../../../../endpoints/call-desk-on-server.ts';
import { DeskErrorPage } from '../../../../features/errors/desk-error-page.tsx';
import { NewImport } from '../../../../features/import/new-import.tsx';
import { texts } from '../../../../features/import/texts.tsx';
import { ImportSourcesDocument } from '../../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.newImport.heading };

/** The page where files are uploaded for a new import. */
export default async function NewImportPage() {
  const answer = await callDeskOnServer(ImportSourcesDocument, {});
  return answer.ok ? <NewImport sources={answer.data.importSources} /> : <DeskErrorPage error={answer.error} />;
}
