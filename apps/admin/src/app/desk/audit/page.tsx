import type { Metadata } from 'next';
import { addressProblems } from '../../../addresses/address-rules.ts';
import { firstValue, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { auditRules, readFilters, toVariables, unknownPerson } from '../../../features/audit/audit-filters.ts';
import { AuditScreen } from '../../../features/audit/audit-screen.tsx';
import { texts } from '../../../features/audit/texts.ts';
import { DeskErrorPage } from '../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../features/errors/invalid-address-page.tsx';
import { AuditDocument } from '../../../generated/desk/graphql.ts';

export const metadata: Metadata = { title: texts.heading };

/** The audit trail, for admins. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const pageAddress = { path: '/desk/audit', parameters };
  const problems = addressProblems(parameters, auditRules);
  if (problems.length > 0) return <DeskInvalidAddress pageAddress={pageAddress} problems={problems} />;
  const filters = readFilters(parameters);
  const after = firstValue(parameters.after);
  const answer = await callDeskOnServer(AuditDocument, toVariables(filters, after));
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={pageAddress.path} />;
  const unknown = unknownPerson(filters, answer.data.staff);
  return unknown ? (
    <DeskInvalidAddress pageAddress={pageAddress} problems={[unknown]} />
  ) : (
    <AuditScreen data={answer.data} filters={filters} isFirstPage={!after} />
  );
}
