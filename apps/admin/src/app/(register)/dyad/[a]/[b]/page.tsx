import type { Metadata } from 'next';
import type { SearchParameters } from '../../../../../addresses/view.ts';
import { DyadPage } from '../../../../../features/dyad/dyad-page.tsx';
import { texts } from '../../../../../features/dyad/texts.tsx';

interface Props {
  readonly params: Promise<{ readonly a: string; readonly b: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { a, b } = await params;
  return { title: texts.title(decodeURIComponent(a), decodeURIComponent(b)) };
}

/** `/dyad/RUS/IRN`: the dyad of two actors, each given by code, abbreviation or id. */
export default async function DyadOfTwoPage({ params, searchParams }: Props) {
  const { a, b } = await params;
  return <DyadPage a={decodeURIComponent(a)} b={decodeURIComponent(b)} parameters={await searchParams} />;
}
