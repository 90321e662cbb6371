import { isFactType, newId } from '@chancery/codebook';
import { notFound, redirect } from 'next/navigation';
import { factPath, typeOfCollection } from '../../../../addresses/collections.ts';

/** Redirects to the editor with the id of a new fact. Nothing is stored before the first edit. */
export default async function NewPage({ params }: { params: Promise<{ readonly collection: string }> }) {
  const type = typeOfCollection((await params).collection);
  if (!type || !isFactType(type)) notFound();
  redirect(`/desk${factPath(newId(type))}?new=1`);
}
