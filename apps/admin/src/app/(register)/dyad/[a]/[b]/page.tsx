import type { Metadata } from 'next';
import { type SearchParameters, viewOf } from '../../../../../addresses/view.ts';
import { DyadPage } from '../../../../../features/dyad/dyad-page.tsx';
import { findSides } from '../../../../../features/dyad/find-sides.ts';
import { texts } from '../../../../../features/dyad/texts.tsx';

interface Props {
  readonly params: Promise<{ readonly a: string; readonly b: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The title has the names of the actors, or what the address says of one that is not found. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { a, b } = await params;
  const [given, other] = [decodeURIComponent(a), decodeURIComponent(b)];
  const sides = await findSides(given, other, viewOf(await searchParams));
  if (!sides.ok) return { title: texts.choice.pageTitle };
  return { title: texts.title(sides.data.a?.label ?? given, sides.data.b?.label ?? other) };
}

/** `/dyad/RUS/IRN`: the dyad of two actors, each given by code, abbreviation or id. */
export default async function DyadOfTwoPage({ params, searchParams }: Props) {
  const { a, b } = await params;
  return <DyadPage a={decodeURIComponent(a)} b={decodeURIComponent(b)} parameters={await searchParams} />;
}
