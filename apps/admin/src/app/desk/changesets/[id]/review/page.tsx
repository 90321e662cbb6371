import type { Metadata } from 'next';
import { firstValue, type SearchParameters } from '../../../../../addresses/view.ts';
import { DeskErrorNotice } from '../../../../../features/review/desk-error-notice.tsx';
import { loadChangeset } from '../../../../../features/review/load-changeset.ts';
import { loadChecks } from '../../../../../features/review/load-checks.ts';
import { NoSuchChangeset } from '../../../../../features/review/no-such-changeset.tsx';
import { ReviewScreen } from '../../../../../features/review/review-screen.tsx';
import { texts } from '../../../../../features/review/texts.tsx';

export const metadata: Metadata = { title: texts.pageTitle };

interface PageProps {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<SearchParameters>;
}

/** The page where a changeset is reviewed and merged. */
export default async function ReviewPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const parameters = await searchParams;
  const after = firstValue(parameters.after);
  const answer = await loadChangeset(id, { after, group: firstValue(parameters.group) });
  if (!answer.ok) return <DeskErrorNotice error={answer.error} />;
  if (!answer.data) return <NoSuchChangeset />;
  const checks = await loadChecks(answer.data.changeset);
  return <ReviewScreen view={answer.data} checks={checks.ok ? checks.data : null} isLaterPage={after !== undefined} />;
}
