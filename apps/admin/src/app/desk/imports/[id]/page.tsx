import type { Metadata } from 'next';
import { addressProblems } from '../../../../addresses/address-rules.ts';
import { firstValue, type SearchParameters } from '../../../../addresses/view.ts';
import { setStatus } from '../../../../edge/set-status.ts';
import { DeskErrorPage } from '../../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../../features/errors/invalid-address-page.tsx';
import { ImportScreen } from '../../../../features/import/import-screen.tsx';
import { importRules, loadImport } from '../../../../features/import/load-import.ts';
import { texts } from '../../../../features/import/texts.tsx';
import { EmptyMessage } from '../../../../ui/empty-message.tsx';

export const metadata: Metadata = { title: texts.screen.pageTitle };

interface ImportPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The page of an import, from its files to its changeset. */
export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const [{ id }, parameters] = [await params, await searchParams];
  const pageAddress = { path: `/desk/imports/${id}`, parameters };
  const problems = addressProblems(parameters, importRules);
  if (problems.length > 0) return <DeskInvalidAddress pageAddress={pageAddress} problems={problems} />;
  const answer = await loadImport(id, {
    outcome: firstValue(parameters.outcome),
    type: firstValue(parameters.type),
    after: firstValue(parameters.after),
  });
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={pageAddress.path} />;
  if (!answer.data) {
    await setStatus(404);
    return (
      <EmptyMessage title={texts.notFound.heading}>
        <a href="/desk/imports">{texts.notFound.all}</a>
      </EmptyMessage>
    );
  }
  return <ImportScreen view={answer.data} />;
}
