import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../doors/call-desk-on-server.ts';
import { ChangesetList } from '../../../features/desk-home/changeset-list.tsx';
import styles from '../../../features/desk-home/desk-home.module.css';
import { statuses, statusLabels } from '../../../features/desk-home/status-labels.ts';
import { DeskErrorNotice } from '../../../features/review/desk-error-notice.tsx';
import { ChangesetPageDocument } from '../../../generated/desk/graphql.ts';
import { Empty } from '../../../ui/empty.tsx';

export const metadata: Metadata = { title: 'Changesets' };

/** All changesets, newest first, with filters for status and author. */
export default async function ChangesetsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const status = statuses.find((candidate) => candidate === first(parameters.status));
  const mine = first(parameters.mine) === 'yes';
  const after = first(parameters.after);
  const answer = await callDeskOnServer(ChangesetPageDocument, {
    mine,
    first: 50,
    ...(status ? { status: [status] } : {}),
    ...(after ? { after } : {}),
  });
  if (!answer.ok) return <DeskErrorNotice error={answer.error} />;
  const { me, changesets } = answer.data;
  const filters = { ...(status ? { status } : {}), ...(mine ? { mine: 'yes' } : {}) };
  return (
    <div className={styles.home}>
      <h1>Changesets</h1>
      <form method="get" action="/desk/changesets" className={styles.filters} key={`${status} ${mine}`}>
        <label>
          Status
          <select name="status" defaultValue={status ?? ''}>
            <option value="">Any</option>
            {statuses.map((option) => (
              <option key={option} value={option}>
                {statusLabels[option].label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Author
          <select name="mine" defaultValue={mine ? 'yes' : ''}>
            <option value="">Anybody</option>
            <option value="yes">Me</option>
          </select>
        </label>
        <button type="submit">Filter</button>
      </form>
      {changesets.nodes.length > 0 ? (
        <ChangesetList label="Changesets" changesets={changesets.nodes} me={me} />
      ) : (
        <Empty title="No changesets">
          {status || mine ? (
            <a href="/desk/changesets">Show all</a>
          ) : (
            'Open a record and edit it. Your first edit opens a changeset.'
          )}
        </Empty>
      )}
      <nav className={styles.pages} aria-label="Pages">
        {after ? <a href={`?${new URLSearchParams(filters)}`}>Newest</a> : null}
        {changesets.hasNextPage && changesets.endCursor ? (
          <a href={`?${new URLSearchParams({ ...filters, after: changesets.endCursor })}`}>Older</a>
        ) : null}
      </nav>
    </div>
  );
}
