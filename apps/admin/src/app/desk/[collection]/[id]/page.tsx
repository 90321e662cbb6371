import { factTypeOfId } from '@chancery/codebook';
import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../../../addresses/view.ts';
import { Editor } from '../../../../features/editor/editor.tsx';
import { texts } from '../../../../features/editor/texts.tsx';
import { DeskNotFound } from '../../../../features/errors/not-found-page.tsx';

export const metadata: Metadata = { title: texts.pageTitle };

interface EditPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The editor of a fact of any type. */
export default async function EditPage({ params, searchParams }: EditPageProps) {
  const { id } = await params;
  const type = factTypeOfId(id);
  if (!type) return <DeskNotFound />;
  return <Editor key={id} fact={id} type={type} isNew={firstValue((await searchParams).new) !== undefined} />;
}
