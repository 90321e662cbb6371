import { isFactType, newId } from '@chancery/codebook';
import { redirect } from 'next/navigation';
import { factPath, typeOfCollection } from '../../../../addresses/collections.ts';
import { DeskNotFound } from '../../../../features/errors/not-found-page.tsx';

/** Redirects to the editor with the id of a new fact. Nothing is stored before the first edit. */
export default async function NewPage({ params }: { params: Promise<{ readonly collection: string }> }) {
  const type = typeOfCollection((await params).collection);
  if (!type || !isFactType(type)) return <DeskNotFound />;
  redirect(`/desk${factPath(newId(type))}?new=1`);
}
