import type { Metadata } from 'next';
import type { SearchParameters } from '../../../addresses/view.ts';
import { RevisionsPage } from '../../../features/revisions/revisions-page.tsx';

export const metadata: Metadata = { title: 'Revisions' };

/** `/revisions`: the list of all revisions. */
export default async function Revisions({ searchParams }: { readonly searchParams: Promise<SearchParameters> }) {
  return <RevisionsPage parameters={await searchParams} />;
}
