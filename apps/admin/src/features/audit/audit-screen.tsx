import type { AuditLineFragment, AuditQuery } from '../../generated/desk/graphql.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { momentWords } from '../../ui/moment.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { personName } from '../desk-home/person-name.ts';
import styles from './audit.module.css';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { type AuditFilters, auditAddress, isFiltered } from './audit-filters.ts';
import { auditSentence } from './audit-sentence.ts';
import { objectAddress } from './object-address.ts';
import { texts } from './texts.ts';

interface AuditScreenProps {
  readonly data: AuditQuery;
  readonly filters: AuditFilters;
  /** True on the page with the newest entries. */
  readonly isFirstPage: boolean;
}

/** A page of the audit trail with its filters, newest entries first. */
export function AuditScreen({ data: { me, staff, auditEntries }, filters, isFirstPage }: AuditScreenProps) {
  const { nodes, hasNextPage, endCursor } = auditEntries;
  const columns: Column<AuditLineFragment>[] = [
    { key: 'at', label: texts.table.at, cell: ({ at }) => <time dateTime={at}>{momentWords(at)}</time> },
    {
      key: 'person',
      label: texts.table.person,
      cell: ({ person }) => <bdi>{person ? personName(person, me) : texts.notSignedIn}</bdi>,
    },
    { key: 'what', label: texts.table.what, isName: true, cell: (entry) => <What entry={entry} /> },
    { key: 'address', label: texts.table.address, cell: ({ address }) => address },
  ];
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{texts.heading}</h1>
        <p className={styles.lead}>{texts.lead}</p>
      </header>
      <AuditFilterForm filters={filters} staff={staff} />
      {nodes.length > 0 ? (
        <Table caption={texts.table.caption} columns={columns} rows={nodes} keyOf={({ id }) => id} />
      ) : (
        <EmptyMessage title={texts.none}>{isFiltered(filters) ? texts.noMatch : texts.noneText}</EmptyMessage>
      )}
      <nav className={styles.pages} aria-label={texts.pages}>
        {isFirstPage ? null : <a href={auditAddress(filters)}>{texts.newest}</a>}
        {hasNextPage && endCursor ? <a href={auditAddress(filters, endCursor)}>{texts.older}</a> : null}
      </nav>
    </div>
  );
}

function What({ entry }: { readonly entry: AuditLineFragment }) {
  const { type, label } = entry.object;
  const address = objectAddress(entry.object);
  return (
    <span className={styles.what}>
      {auditSentence(entry)}{' '}
      {address ? (
        // The public pages use another layout, so load the document.
        <a href={address} data-hard={type === 'REVISION' ? '' : undefined}>
          {texts.openObject(texts.objectTypes[type], type === 'REVISION' ? (entry.object.id ?? label) : label)}
        </a>
      ) : null}
    </span>
  );
}
