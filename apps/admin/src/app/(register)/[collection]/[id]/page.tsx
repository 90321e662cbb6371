import { factTypeOfId, isFactType } from '@chancery/codebook';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { factPath, typeOfCollection } from '../../../../addresses/collections.ts';
import { address, type SearchParameters, viewOf } from '../../../../addresses/view.ts';
import { NotFoundPage } from '../../../../features/errors/not-found-page.tsx';
import { texts } from '../../../../features/errors/texts.tsx';
import { FactByCode } from '../../../../features/record/fact-by-code.tsx';
import { RecordPage } from '../../../../features/record/record-page.tsx';
import { recordTitle } from '../../../../features/record/record-title.ts';

interface Props {
  readonly params: Promise<{ readonly collection: string; readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { collection, id } = await params;
  const type = factTypeOfId(id);
  if (!type || !typeOfCollection(collection)) return { title: texts.notFound.title };
  return { title: (await recordTitle(type, id, viewOf(await searchParams))) ?? texts.notFound.title };
}

/**
 * `/states/st_…`: one record or link. Redirects to it from the collection of another type, and from the code of a state
 * or organization, as in `/states/IRN`. Responds with 404 if the collection, the prefix of the id or the code is
 * unknown.
 */
export default async function FactPage({ params, searchParams }: Props) {
  const { collection, id } = await params;
  const parameters = await searchParams;
  const type = typeOfCollection(collection);
  if (!type || !isFactType(type))
    return <NotFoundPage title={texts.notFound.noCollection(decodeURIComponent(collection))} />;
  const typeOfId = factTypeOfId(id);
  if (type === typeOfId) return <RecordPage type={type} id={id} parameters={parameters} />;
  if (typeOfId) redirect(address(factPath(id), {}, parameters));
  return <FactByCode type={type} code={decodeURIComponent(id)} parameters={parameters} />;
}
