import type { Metadata } from 'next';
import type { SearchParameters } from '../../../addresses/view.ts';
import { RevisionsPage } from '../../../features/revisions/revisions-page.tsx';
import { texts } from '../../../features/revisions/texts.tsx';

export const metadata: Metadata = { title: texts.list.heading };

/** `/revisions`: all revisions, page by page. */
export default async function AllRevisionsPage({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  return <RevisionsPage parameters={await searchParams} />;
}
