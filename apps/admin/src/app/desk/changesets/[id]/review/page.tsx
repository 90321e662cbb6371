import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../../../../addresses/view.ts';
import { DeskErrorNotice } from '../../../../../features/review/desk-error.tsx';
import { loadChangeset } from '../../../../../features/review/load-changeset.ts';
import { loadChecks } from '../../../../../features/review/load-checks.ts';
import { NoSuchChangeset } from '../../../../../features/review/no-such-changeset.tsx';
import { ReviewScreen } from '../../../../../features/review/review-screen.tsx';

export const metadata: Metadata = { title: 'Review' };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** Where a changeset is reviewed and merged. */
export default async function ReviewPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const after = first(asked.after);
  const answer = await loadChangeset(id, { after, group: first(asked.group) });
  if (!answer.ok) return <DeskErrorNotice fault={answer.error} />;
  if (!answer.data) return <NoSuchChangeset />;
  const checks = await loadChecks(answer.data.changeset);
  return <ReviewScreen view={answer.data} checks={checks.ok ? checks.data : null} isLater={after !== undefined} />;
}
