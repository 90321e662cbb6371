import type { Metadata } from 'next';
import { DeskErrorPage } from '../../../../features/errors/desk-error-page.tsx';
import { loadChangeset } from '../../../../features/review/load-changeset.ts';
import { loadChecks } from '../../../../features/review/load-checks.ts';
import { NoSuchChangeset } from '../../../../features/review/no-such-changeset.tsx';
import { ChangesetScreen } from '../../../../features/submit/changeset-screen.tsx';
import { texts } from '../../../../features/submit/texts.ts';

export const metadata: Metadata = { title: texts.pageTitle };

/** The page of a changeset: its operations, evidence and problems, and the form that submits it. */
export default async function ChangesetPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const answer = await loadChangeset(id);
  if (!answer.ok) return <DeskErrorPage error={answer.error} />;
  if (!answer.data) return <NoSuchChangeset />;
  const checks = await loadChecks(answer.data.changeset);
  return (
    <ChangesetScreen
      view={answer.data}
      checks={checks.ok ? checks.data : null}
      checkError={checks.ok ? undefined : checks.error.message}
    />
  );
}
