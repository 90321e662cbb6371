import { factTypeOfId, isFactType } from '@chancery/codebook';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { factAddress, typeOfCollection } from '../../../../addresses/collections.ts';
import { type SearchParameters, viewOf } from '../../../../addresses/view.ts';
import { loadRecord } from '../../../../features/record/load-record.ts';
import { RecordPage } from '../../../../features/record/record-page.tsx';

interface Props {
  readonly params: Promise<{ readonly collection: string; readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params;
  const type = factTypeOfId(id);
  if (!type) return {};
  const [answer] = await loadRecord(type, id, viewOf(await searchParams));
  return answer.ok && answer.data.record ? { title: answer.data.record.label } : {};
}

/** `/states/st_…`: one record or link. An id under the collection of another type leads to its own. */
export default async function FactPage({ params, searchParams }: Props) {
  const { collection, id } = await params;
  const parameters = await searchParams;
  const type = typeOfCollection(collection);
  const ofId = factTypeOfId(id);
  if (!type || !ofId || !isFactType(type)) notFound();
  if (type !== ofId) redirect(factAddress(id, viewOf(parameters)));
  return <RecordPage type={type} id={id} parameters={parameters} />;
}
