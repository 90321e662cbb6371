import type { Metadata } from 'next';
import { addressProblems, anyText, oneOfRule } from '../../../addresses/address-rules.ts';
import { firstValue, type SearchParameters } from '../../../addresses/view.ts';
import { callDeskOnServer } from '../../../endpoints/call-desk-on-server.ts';
import { ChangesetList } from '../../../features/desk-home/changeset-list.tsx';
import styles from '../../../features/desk-home/desk-home.module.css';
import { changesetStatuses, statusLabels } from '../../../features/desk-home/status-labels.ts';
import { texts } from '../../../features/desk-home/texts.tsx';
import { DeskErrorPage } from '../../../features/errors/desk-error-page.tsx';
import { DeskInvalidAddress } from '../../../features/errors/invalid-address-page.tsx';
import { ChangesetPageDocument } from '../../../generated/desk/graphql.ts';
import { EmptyMessage } from '../../../ui/empty-message.tsx';

const { list } = texts;

const rules = { status: oneOfRule(changesetStatuses), mine: oneOfRule(['yes']), after: anyText };

export const metadata: Metadata = { title: list.heading };

/** All changesets, newest first, 50 per page, with filters for status and author. */
export default async function ChangesetsPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const parameters = await searchParams;
  const pageAddress = { path: '/desk/changesets', parameters };
  const problems = addressProblems(parameters, rules);
  if (problems.length > 0) return <DeskInvalidAddress pageAddress={pageAddress} problems={problems} />;
  const status = changesetStatuses.find((candidate) => candidate === firstValue(parameters.status));
  const mine = firstValue(parameters.mine) === 'yes';
  const after = firstValue(parameters.after);
  const answer = await callDeskOnServer(ChangesetPageDocument, {
    mine,
    first: 50,
    ...(status ? { status: [status] } : {}),
    ...(after ? { after } : {}),
  });
  if (!answer.ok) return <DeskErrorPage error={answer.error} path={pageAddress.path} />;
  const { me, changesets } = answer.data;
  const filters = { ...(status ? { status } : {}), ...(mine ? { mine: 'yes' } : {}) };
  return (
    <div className={styles.home}>
      <h1>{list.heading}</h1>
      <form method="get" action="/desk/changesets" className={styles.filters} key={`${status} ${mine}`}>
        <label>
          {list.status}
          <select name="status" defaultValue={status ?? ''}>
            <option value="">{list.anyStatus}</option>
            {changesetStatuses.map((option) => (
              <option key={option} value={option}>
                {statusLabels[option].label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {list.author}
          <select name="mine" defaultValue={mine ? 'yes' : ''}>
            <option value="">{list.anyAuthor}</option>
            <option value="yes">{list.me}</option>
          </select>
        </label>
        <button type="submit">{list.filter}</button>
      </form>
      {changesets.nodes.length > 0 ? (
        <ChangesetList label={list.heading} changesets={changesets.nodes} me={me} />
      ) : (
        <EmptyMessage title={status || mine ? list.noneMatches : list.none}>
          {status || mine ? <a href="/desk/changesets">{list.showAll}</a> : list.howToOpenOne}
        </EmptyMessage>
      )}
      <nav className={styles.pages} aria-label={list.pages}>
        {after ? <a href={`?${new URLSearchParams(filters)}`}>{list.newest}</a> : null}
        {changesets.hasNextPage && changesets.endCursor ? (
          <a href={`?${new URLSearchParams({ ...filters, after: changesets.endCursor })}`}>{list.older}</a>
        ) : null}
      </nav>
    </div>
  );
}
