import type { SearchParameters } from '../../addresses/view.ts';
import { Home } from '../../features/home/home.tsx';

interface Props {
  readonly searchParams: Promise<SearchParameters>;
}

/** `/`: the home page, with search, counts and the latest revisions. */
export default async function HomePage({ searchParams }: Props) {
  return <Home parameters={await searchParams} />;
}
