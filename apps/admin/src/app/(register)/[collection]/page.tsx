import { typeOf } from '@chancery/codebook';
import type { Metadata } from 'next';
import { typeOfCollection } from '../../../addresses/collections.ts';
import type { SearchParameters } from '../../../addresses/view.ts';
import { NotFoundPage } from '../../../features/errors/not-found-page.tsx';
import { texts } from '../../../features/errors/texts.tsx';
import { ListPage } from '../../../features/lists/list-page.tsx';
import { capitalize } from '../../../ui/capitalize.ts';

interface Props {
  readonly params: Promise<{ readonly collection: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const type = typeOfCollection((await params).collection);
  if (!type) return { title: texts.notFound.title };
  const { plural, description } = typeOf(type);
  return { title: capitalize(plural), description };
}

/** `/states`, `/agreements`, …: the list of a type. */
export default async function CollectionPage({ params, searchParams }: Props) {
  const { collection } = await params;
  const type = typeOfCollection(collection);
  if (!type) return <NotFoundPage title={texts.notFound.noPage(decodeURIComponent(collection))} />;
  return <ListPage type={type} parameters={await searchParams} />;
}
