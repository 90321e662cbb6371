import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { first, type SearchParameters } from '../../../../../addresses/view.ts';
import { HistoryScreen } from '../../../../../features/history/history-screen.tsx';
import { loadHistory, stepsPerPage } from '../../../../../features/history/load-history.ts';
import { DeskErrorNotice } from '../../../../../features/review/desk-error.tsx';
import { isFactId } from '../../../../../features/review/names.ts';
import { Empty } from '../../../../../ui/empty.tsx';

export const metadata: Metadata = { title: 'History' };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** What was done to a fact. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  if (!isFactId(id)) notFound();
  const before = Number(first((await searchParams).before) ?? Number.NaN);
  const answer = await loadHistory(id, Number.isInteger(before) && before > 0 ? before : undefined);
  if (!answer.ok) return <DeskErrorNotice fault={answer.error} />;
  if (!answer.data)
    return (
      <Empty title="No history">The register has never had this fact. A draft has none before it is merged.</Empty>
    );
  return <HistoryScreen data={answer.data} hasOlder={answer.data.history.length === stepsPerPage} />;
}
