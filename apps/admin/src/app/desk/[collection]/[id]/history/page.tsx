import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../../../../addresses/view.ts';
import { DeskNotFound } from '../../../../../features/errors/not-found-page.tsx';
import { HistoryScreen } from '../../../../../features/history/history-screen.tsx';
import { loadHistory, stepsPerPage } from '../../../../../features/history/load-history.ts';
import { DeskErrorNotice } from '../../../../../features/review/desk-error-notice.tsx';
import { isFactId } from '../../../../../features/review/names.ts';
import { EmptyMessage } from '../../../../../ui/empty-message.tsx';
import { texts } from '../../../texts.ts';

export const metadata: Metadata = { title: texts.history.pageTitle };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The history of a fact at the desk, 50 operations per page. With `before`, only those of earlier revisions. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  if (!isFactId(id)) return <DeskNotFound />;
  const before = Number(firstValue((await searchParams).before) ?? Number.NaN);
  const answer = await loadHistory(id, Number.isInteger(before) && before > 0 ? before : undefined);
  if (!answer.ok) return <DeskErrorNotice error={answer.error} />;
  if (!answer.data) return <EmptyMessage title={texts.history.none}>{texts.history.noneText}</EmptyMessage>;
  return <HistoryScreen data={answer.data} hasOlder={answer.data.history.length === stepsPerPage} />;
}
