import { type FactTypeName, labelFields, listColumns, typeOf } from '@chancery/codebook';
import { collectionPath } from '../../addresses/collections.ts';
import { address, firstValue, type SearchParameters } from '../../addresses/view.ts';
import type { ListAnswer } from '../../endpoints/screens.ts';
import { FieldDisplay } from '../../fields/displays.tsx';
import { type FactOutputFields, outputOf } from '../../fields/outputs.ts';
import { capitalize } from '../../ui/capitalize.ts';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import styles from './desk-lists.module.css';
import { DraftedRows } from './drafted-rows.tsx';
import { facetsOf, searchedField, sortableColumns } from './list-query.ts';
import { PublicationBadge } from './publication-badge.tsx';
import { texts } from './texts.ts';

interface DeskListProps {
  readonly type: FactTypeName;
  readonly answer: ListAnswer;
  readonly parameters: SearchParameters;
  readonly orderBy: string;
}

/**
 * A page of a table of the published facts of a type, with a search, filters and sortable columns, all kept in the URL.
 */
export function DeskList({ type, answer: { list }, parameters, orderBy }: DeskListProps) {
  const { plural, singular } = typeOf(type);
  const path = `/desk${collectionPath(type)}`;
  const facets = facetsOf(type);
  const search = searchedField(type);
  const query = Object.fromEntries(
    ['q', 'orderBy', ...facets.map(({ name }) => name)].map((name) => [name, firstValue(parameters[name])]),
  );
  const isFiltered = ['q', ...facets.map(({ name }) => name)].some((name) => query[name]);
  const orders = sortableColumns(type);
  const heading = (name: string, label: string) => {
    const order = orders[name];
    if (!order) return label;
    const isAscending = orderBy === `${order}_ASC`;
    const mark = isAscending ? ' ↑' : orderBy === `${order}_DESC` ? ' ↓' : '';
    return (
      <a href={address(path, {}, { ...query, orderBy: `${order}_${isAscending ? 'DESC' : 'ASC'}` })}>
        {label}
        <span aria-hidden="true">{mark}</span>
      </a>
    );
  };
  const sorted = (name: string): 'ascending' | 'descending' | undefined =>
    orderBy === `${orders[name]}_ASC` ? 'ascending' : orderBy === `${orders[name]}_DESC` ? 'descending' : undefined;
  const [label] = labelFields(type);
  const labelHeading = capitalize(label?.field.label ?? singular);
  const columns: Column<FactOutputFields>[] = [
    {
      key: 'label',
      label: labelHeading,
      head: label ? heading(label.name, labelHeading) : labelHeading,
      isName: true,
      sorted: label ? sorted(label.name) : undefined,
      cell: (row) => (
        <a href={editorAddress(row.id)}>
          <bdi>{String(row.label)}</bdi>
        </a>
      ),
    },
    ...listColumns(type)
      .filter(([name]) => name !== label?.name)
      .map(([name, field]) => ({
        key: name,
        label: field.label,
        head: heading(name, field.label),
        isNumber: field.kind === 'integer' || field.kind === 'number',
        sorted: sorted(name),
        cell: (row: FactOutputFields) => {
          const value = outputOf(row, name);
          if (field.kind === 'link' && value && typeof value === 'object' && 'label' in value)
            return <bdi>{value.label}</bdi>;
          return value === null ? null : <FieldDisplay field={field} value={value} view={{}} />;
        },
      })),
    { key: 'publication', label: texts.status, cell: ({ id }) => <PublicationBadge id={id} /> },
  ];
  const { pageInfo } = list;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{capitalize(plural)}</h1>
        <span className={styles.aside}>
          {isFiltered ? texts.matches(list.totalCount) : texts.published(list.totalCount)}
        </span>
        <a href={`${path}/new`} className={styles.create}>
          {texts.create(singular)}
        </a>
      </header>
      {search || facets.length > 0 ? (
        <form
          method="get"
          action={path}
          className={styles.filters}
          aria-label={texts.filterLabel(plural)}
          key={JSON.stringify(query)}
        >
          {search ? (
            <label>
              {texts.contains(labelHeading)}
              <input type="search" name="q" defaultValue={query.q ?? ''} />
            </label>
          ) : null}
          {facets.map(({ name, label: facet, values }) => (
            <label key={name}>
              {facet}
              <select name={name} defaultValue={query[name] ?? ''}>
                <option value="">{texts.any}</option>
                {values.map(({ value, label: valueLabel }) => (
                  <option key={value} value={value}>
                    {valueLabel}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {query.orderBy ? <input type="hidden" name="orderBy" value={query.orderBy} /> : null}
          <button type="submit">{texts.filter}</button>
          {isFiltered ? <a href={path}>{texts.showAll}</a> : null}
        </form>
      ) : null}
      <DraftedRows type={type} />
      {list.nodes.length > 0 ? (
        <Table caption={capitalize(plural)} columns={columns} rows={list.nodes} keyOf={({ id }) => id} />
      ) : (
        <EmptyMessage title={isFiltered ? texts.noneMatches(plural) : texts.nonePublished(plural)}>
          {isFiltered ? <a href={path}>{texts.showAll}</a> : <a href={`${path}/new`}>{texts.create(singular)}</a>}
        </EmptyMessage>
      )}
      <nav className={styles.pages} aria-label={texts.pages}>
        {pageInfo.hasPreviousPage && pageInfo.startCursor ? (
          <a href={address(path, {}, { ...query, before: pageInfo.startCursor })}>{texts.previous}</a>
        ) : null}
        {pageInfo.hasNextPage && pageInfo.endCursor ? (
          <a href={address(path, {}, { ...query, after: pageInfo.endCursor })}>{texts.next}</a>
        ) : null}
      </nav>
    </div>
  );
}
