import type { Metadata } from 'next';
import { callDeskOnServer } from '../../../../../endpoints/call-desk-on-server.ts';
import { ConflictScreen } from '../../../../../features/conflicts/conflict-screen.tsx';
import { loadLastChanges } from '../../../../../features/conflicts/load-last-changes.ts';
import { texts } from '../../../../../features/conflicts/texts.tsx';
import { changesetAddress } from '../../../../../features/desk-home/desk-addresses.ts';
import { DeskErrorPage } from '../../../../../features/errors/desk-error-page.tsx';
import { ChangesetHeader } from '../../../../../features/review/changeset-header.tsx';
import { loadChangeset } from '../../../../../features/review/load-changeset.ts';
import { loadChecks } from '../../../../../features/review/load-checks.ts';
import { isFactId } from '../../../../../features/review/names.ts';
import { NoSuchChangeset } from '../../../../../features/review/no-such-changeset.tsx';
import { ChangesetNamesDocument } from '../../../../../generated/desk/graphql.ts';
import { EmptyMessage } from '../../../../../ui/empty-message.tsx';

export const metadata: Metadata = { title: texts.heading };

/** The page where the conflicts of a changeset are resolved. */
export default async function ConflictsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const answer = await loadChangeset(id);
  if (!answer.ok) return <DeskErrorPage error={answer.error} />;
  if (!answer.data) return <NoSuchChangeset />;
  const { changeset } = answer.data;
  const checks = await loadChecks(changeset);
  if (!checks.ok) return <DeskErrorPage error={checks.error} />;
  const conflicts = checks.data?.conflicts ?? [];
  const none = texts.none[checks.data === null ? 'closed' : checks.data.isChecked ? 'checked' : 'large'];
  const mentioned = conflicts.flatMap(({ fact, base, theirs, yours }) => [fact, base, theirs, yours].filter(isFactId));
  const [names, changes] = await Promise.all([
    callDeskOnServer(ChangesetNamesDocument, {
      changeset: changeset.id,
      ids: [...new Set(mentioned)].slice(0, 400),
      sources: [],
    }),
    loadLastChanges(conflicts),
  ]);
  if (!names.ok) return <DeskErrorPage error={names.error} />;
  const labels = {
    ...answer.data.names.labels,
    ...Object.fromEntries(names.data.labels.map(({ id: fact, label }) => [fact, label])),
  };
  const view = { ...answer.data, names: { ...answer.data.names, labels } };
  return (
    <article>
      <ChangesetHeader view={view} checks={checks.data} tab="conflicts" />
      {conflicts.length > 0 ? (
        <ConflictScreen view={view} conflicts={conflicts} changes={changes} />
      ) : (
        <EmptyMessage title={none.heading}>
          {none.text} <a href={changesetAddress(changeset)}>{texts.backToChangeset}</a>
        </EmptyMessage>
      )}
    </article>
  );
}
