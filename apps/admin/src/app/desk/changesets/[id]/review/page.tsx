import type { Metadata } from 'next';
import { addressProblems, anyText, factIdRule } from '../../../../../addresses/address-rules.ts';
import { firstValue, type SearchParameters } from '../../../../../addresses/view.ts';
import { DeskErrorPage } from '../../../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../../../features/errors/invalid-address-page.tsx';
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
  const pageAddress = { path: `/desk/changesets/${encodeURIComponent(id)}/review`, parameters };
  const problems = addressProblems(parameters, { group: anyText, after: factIdRule });
  if (problems.length > 0) return <DeskInvalidAddress pageAddress={pageAddress} problems={problems} />;
  const after = firstValue(parameters.after);
  const group = firstValue(parameters.group);
  const answer = await loadChangeset(id, { after, group });
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={pageAddress.path} />;
  if (!answer.data) return <NoSuchChangeset />;
  if (group !== undefined && !answer.data.group)
    return (
      <DeskInvalidAddress
        pageAddress={pageAddress}
        problems={[{ name: 'group', message: texts.groups.noSuchGroup(group) }]}
      />
    );
  const checks = await loadChecks(answer.data.changeset);
  return <ReviewScreen view={answer.data} checks={checks.ok ? checks.data : null} isLaterPage={after !== undefined} />;
}
