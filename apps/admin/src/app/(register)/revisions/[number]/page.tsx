import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SearchParameters } from '../../../../addresses/view.ts';
import { RevisionPage } from '../../../../features/revisions/revision-page.tsx';
import { texts } from '../../../../features/revisions/texts.tsx';

interface Props {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: texts.revision(Number((await params).number)) };
}

/** `/revisions/9`: the operations of one revision. */
export default async function OneRevisionPage({ params, searchParams }: Props) {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  return <RevisionPage number={Number(number)} parameters={await searchParams} />;
}
