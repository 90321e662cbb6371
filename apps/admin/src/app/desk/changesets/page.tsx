import type { Metadata } from 'next';
import { first, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../doors/call-desk-on-server.ts';
import { ChangesetList } from '../../../features/desk-home/changeset-list.tsx';
import styles from '../../../features/desk-home/desk-home.module.css';
import { statuses, statusLabels } from '../../../features/desk-home/status-labels.ts';
import { DeskErrorNotice } from '../../../features/review/desk-error.tsx';
import { ChangesetPageDocument } from '../../../generated/desk/graphql.ts';
import { Empty } from '../../../ui/empty.tsx';

export const metadata: Metadata = { title: 'Changesets' };

/** All changesets, newest first, by their state and by whose they are. */
export default async function ChangesetsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const status = statuses.find((each) => each === first(parameters.status));
  const mine = first(parameters.mine) === 'yes';
  const after = first(parameters.after);
  const answer = await callDeskOnServer(ChangesetPageDocument, {
    mine,
    first: 50,
    ...(status ? { status: [status] } : {}),
    ...(after ? { after } : {}),
  });
  if (!answer.ok) return <DeskErrorNotice fault={answer.error} />;
  const { me, changesets } = answer.data;
  const kept = { ...(status ? { status } : {}), ...(mine ? { mine: 'yes' } : {}) };
  return (
    <div className={styles.home}>
      <h1>Changesets</h1>
      <form method="get" action="/desk/changesets" className={styles.filters} key={`${status} ${mine}`}>
        <label>
          State
          <select name="status" defaultValue={status ?? ''}>
            <option value="">any</option>
            {statuses.map((each) => (
              <option key={each} value={each}>
                {statusLabels[each].label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Whose
          <select name="mine" defaultValue={mine ? 'yes' : ''}>
            <option value="">anybody’s</option>
            <option value="yes">mine</option>
          </select>
        </label>
        <button type="submit">Show</button>
      </form>
      {changesets.nodes.length > 0 ? (
        <ChangesetList label="Changesets" changesets={changesets.nodes} me={me} />
      ) : (
        <Empty title="No such changesets">
          {status || mine ? (
            <a href="/desk/changesets">Show all</a>
          ) : (
            'Open a record and change something: your first edit opens one.'
          )}
        </Empty>
      )}
      <nav className={styles.pages} aria-label="Pages">
        {after ? <a href={`?${new URLSearchParams(kept)}`}>The newest</a> : null}
        {changesets.hasNextPage && changesets.endCursor ? (
          <a href={`?${new URLSearchParams({ ...kept, after: changesets.endCursor })}`}>Older</a>
        ) : null}
      </nav>
    </div>
  );
}
