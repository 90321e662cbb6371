import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { readFilters, toVariables } from '../../../features/audit/audit-filters.ts';
import { AuditScreen } from '../../../features/audit/audit-screen.tsx';
import { texts } from '../../../features/audit/texts.ts';
import { DeskErrorNotice } from '../../../features/review/desk-error-notice.tsx';
import { AuditDocument } from '../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.heading };

/** The audit trail, for admins. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const filters = readFilters(parameters);
  const after = firstValue(parameters.after);
  const answer = await callDeskOnServer(AuditDocument, toVariables(filters, after));
  return answer.ok ? (
    <AuditScreen data={answer.data} filters={filters} isFirstPage={!after} />
  ) : (
    <DeskErrorNotice error={answer.error} />
  );
}
