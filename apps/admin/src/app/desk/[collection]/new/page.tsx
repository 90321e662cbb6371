import { isFactType, newId } from '@chancery/codebook';
import { redirect } from 'next/navigation';
import { factPath, typeOfCollection } from '../../../../addresses/collections.ts';
import { DeskNotFound } from '../../../../features/errors/not-found-page.tsx';
import { texts } from '../../../../features/errors/texts.tsx';

/** Redirects to the editor with the id of a new fact. Nothing is stored before the first edit. */
export default async function NewPage({ params }: { params: Promise<{ readonly collection: string }> }) {
  const { collection } = await params;
  const type = typeOfCollection(collection);
  if (!type || !isFactType(type))
    return <DeskNotFound title={texts.notFound.noCollection(decodeURIComponent(collection))} />;
  redirect(`/desk${factPath(newId(type))}?new=1`);
}
