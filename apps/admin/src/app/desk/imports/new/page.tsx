import type { Metadata } from 'next';
import { askDeskOnServer } from '../../../../doors/ask-desk-on-server.ts';
import { NewImport } from '../../../../features/import/new-import.tsx';
import { DeskFaultNotice } from '../../../../features/review/desk-fault.tsx';
import { ImportSourcesDocument } from '../../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: 'New import' };

/** Where an import begins. */
export default async function NewImportPage() {
  const answer = await askDeskOnServer(ImportSourcesDocument, {});
  return answer.ok ? <NewImport sources={answer.data.importSources} /> : <DeskFaultNotice fault={answer.fault} />;
}
