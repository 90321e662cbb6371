import type { Metadata } from 'next';
import type { SearchParameters } from '../../../addresses/view.ts';
import { DyadIndex } from '../../../features/dyad/dyad-index.tsx';
import { texts } from '../../../features/dyad/texts.tsx';

export const metadata: Metadata = { title: texts.choice.pageTitle };

interface Props {
  readonly searchParams: Promise<SearchParameters>;
}

/** `/dyad`: the form for choosing two actors. Redirects to the page of their dyad once both are found. */
export default async function DyadIndexPage({ searchParams }: Props) {
  return <DyadIndex parameters={await searchParams} />;
}
