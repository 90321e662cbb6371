import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../../../addresses/view.ts';
import { ImportScreen } from '../../../../features/import/import-screen.tsx';
import { loadImport } from '../../../../features/import/load-import.ts';
import { texts } from '../../../../features/import/texts.tsx';
import { DeskErrorNotice } from '../../../../features/review/desk-error-notice.tsx';
import { EmptyMessage } from '../../../../ui/empty-message.tsx';

export const metadata: Metadata = { title: texts.screen.pageTitle };

interface ImportPageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The page of an import, from its files to its changeset. */
export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const [{ id }, parameters] = [await params, await searchParams];
  const answer = await loadImport(id, {
    outcome: firstValue(parameters.outcome),
    type: firstValue(parameters.type),
    after: firstValue(parameters.after),
  });
  if (!answer.ok) return <DeskErrorNotice error={answer.error} />;
  if (!answer.data)
    return (
      <EmptyMessage title={texts.notFound.heading}>
        <a href="/desk/imports">{texts.notFound.all}</a>
      </EmptyMessage>
    );
  return <ImportScreen view={answer.data} />;
}
