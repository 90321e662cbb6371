import { factTypeOfId } from '@chancery/codebook';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { addressProblems, oneOfRule } from '../../../../addresses/address-rules.ts';
import { typeOfCollection } from '../../../../addresses/collections.ts';
import { address, firstValue, type SearchParameters } from '../../../../addresses/view.ts';
import { setStatus } from '../../../../edge/set-status.ts';
import { editorAddress } from '../../../../features/desk-home/desk-addresses.ts';
import { Editor } from '../../../../features/editor/editor.tsx';
import { isKnownFact } from '../../../../features/editor/is-known-fact.ts';
import { texts } from '../../../../features/editor/texts.tsx';
import { DeskInvalidAddress } from '../../../../features/errors/invalid-address-page.tsx';
import { DeskNotFound } from '../../../../features/errors/not-found-page.tsx';
import { texts as errorTexts } from '../../../../features/errors/texts.tsx';

export const metadata: Metadata = { title: texts.pageTitle };

interface EditPageProps {
  readonly params: Promise<{ readonly collection: string; readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/**
 * The editor of a fact of any type. Redirects to it from the collection of another type. Responds with 404 if the server
 * does not know the fact; the editor then still shows a fact that only the browser has.
 */
export default async function EditPage({ params, searchParams }: EditPageProps) {
  const { collection, id } = await params;
  const parameters = await searchParams;
  const type = factTypeOfId(id);
  if (!type) return <DeskNotFound title={errorTexts.notFound.noFact(decodeURIComponent(id))} />;
  if (typeOfCollection(collection) !== type) redirect(address(editorAddress(id), {}, parameters));
  const problems = addressProblems(parameters, { new: oneOfRule(['1']) });
  if (problems.length > 0)
    return <DeskInvalidAddress pageAddress={{ path: editorAddress(id), parameters }} problems={problems} />;
  const isNew = firstValue(parameters.new) !== undefined;
  const isKnown = isNew || (await isKnownFact(id));
  if (!isKnown) await setStatus(404);
  return <Editor key={id} fact={id} type={type} isNew={isNew} isKnown={isKnown} />;
}
