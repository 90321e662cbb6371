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

/**
 * `/states/st_…`: one record or link. Redirects to the collection of the id's type if the address has another one.
 * Responds with 404 if the collection or the prefix of the id is unknown.
 */
export default async function FactPage({ params, searchParams }: Props) {
  const { collection, id } = await params;
  const parameters = await searchParams;
  const type = typeOfCollection(collection);
  const typeOfId = factTypeOfId(id);
  if (!type || !typeOfId || !isFactType(type)) notFound();
  if (type !== typeOfId) redirect(factAddress(id, viewOf(parameters)));
  return <RecordPage type={type} id={id} parameters={parameters} />;
}
