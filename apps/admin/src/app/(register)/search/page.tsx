import type { Metadata } from 'next';
import type { SearchParameters } from '../../../addresses/view.ts';
import { SearchPage } from '../../../features/search/search-page.tsx';
import { texts } from '../../../features/search/texts.ts';

export const metadata: Metadata = { title: texts.title, robots: { index: false } };

/** `/search?q=iran`: the results of a search, or an empty search form without `q`. */
export default async function SearchResultsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParameters>;
}) {
  return <SearchPage parameters={await searchParams} />;
}
