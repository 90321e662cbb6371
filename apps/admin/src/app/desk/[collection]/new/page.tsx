import { isFactType, newId } from '@chancery/codebook';
import { notFound, redirect } from 'next/navigation';
import { factPath, typeOfCollection } from '../../../../addresses/collections.ts';

/** Makes an id for a new fact, and leads to its editor: nothing is recorded before the first edit. */
export default async function NewPage({ params }: { params: Promise<{ readonly collection: string }> }) {
  const type = typeOfCollection((await params).collection);
  if (!type || !isFactType(type)) notFound();
  redirect(`/desk${factPath(newId(type))}?new=1`);
}
