import { factTypeOfId, typeOf } from '@chancery/codebook';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { addressProblems, revisionRule } from '../../../../../addresses/address-rules.ts';
import { collectionPath, typeOfCollection } from '../../../../../addresses/collections.ts';
import { address, firstValue, type SearchParameters } from '../../../../../addresses/view.ts';
import { setStatus } from '../../../../../edge/set-status.ts';
import { historyAddress } from '../../../../../features/desk-home/desk-addresses.ts';
import { DeskErrorPage } from '../../../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../../../features/errors/invalid-address-page.tsx';
import { DeskNotFound } from '../../../../../features/errors/not-found-page.tsx';
import { texts as errorTexts } from '../../../../../features/errors/texts.tsx';
import { HistoryScreen } from '../../../../../features/history/history-screen.tsx';
import { loadHistory, stepsPerPage } from '../../../../../features/history/load-history.ts';
import { isFactId } from '../../../../../features/review/names.ts';
import { EmptyMessage } from '../../../../../ui/empty-message.tsx';
import { texts } from '../../../texts.ts';

export const metadata: Metadata = { title: texts.history.pageTitle };

interface PageProps {
  readonly params: Promise<{ collection: string; id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The history of a fact at the desk, 50 operations per page. With `before`, only those of earlier revisions. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const { collection, id } = await params;
  if (!isFactId(id)) return <DeskNotFound title={errorTexts.notFound.noFact(decodeURIComponent(id))} />;
  const parameters = await searchParams;
  if (factTypeOfId(id) !== typeOfCollection(collection)) redirect(address(historyAddress(id), {}, parameters));
  const problems = addressProblems(parameters, { before: revisionRule });
  if (problems.length > 0)
    return <DeskInvalidAddress pageAddress={{ path: historyAddress(id), parameters }} problems={problems} />;
  const before = firstValue(parameters.before);
  const answer = await loadHistory(id, before === undefined ? undefined : Number(before));
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={historyAddress(id)} />;
  if (!answer.data) {
    await setStatus(404);
    const type = factTypeOfId(id);
    return (
      <EmptyMessage title={texts.history.none}>
        {texts.history.noneText}{' '}
        {type ? <a href={`/desk${collectionPath(type)}`}>{texts.history.all(typeOf(type).plural)}</a> : null}
      </EmptyMessage>
    );
  }
  return <HistoryScreen data={answer.data} hasOlder={answer.data.history.length === stepsPerPage} />;
}
