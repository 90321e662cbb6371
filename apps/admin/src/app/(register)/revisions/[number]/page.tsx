import type { Metadata } from 'next';
import { isRevisionNumber, type SearchParameters } from '../../../../addresses/view.ts';
import { NotFoundPage } from '../../../../features/errors/not-found-page.tsx';
import { texts as errorTexts } from '../../../../features/errors/texts.tsx';
import { RevisionPage } from '../../../../features/revisions/revision-page.tsx';
import { texts } from '../../../../features/revisions/texts.tsx';

interface Props {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  return { title: isRevisionNumber(number) ? texts.revision(Number(number)) : errorTexts.notFound.title };
}

/** `/revisions/9`: the operations of one revision. */
export default async function OneRevisionPage({ params, searchParams }: Props) {
  const { number } = await params;
  if (!isRevisionNumber(number))
    return <NotFoundPage title={errorTexts.notFound.notRevision(decodeURIComponent(number))} />;
  return <RevisionPage number={Number(number)} parameters={await searchParams} />;
}
