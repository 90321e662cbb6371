import type { ReactNode } from 'react';
import styles from './table.module.css';

/** A column of a table. */
export interface Column<Row> {
  readonly key: string;
  /** The name of the column. In narrow windows it is shown beside each value. */
  readonly label: string;
  /** Replaces the label in the heading. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Whether the cell is the heading of its row. */
  readonly isName?: boolean;
  readonly isNumber?: boolean;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

/** The properties of {@link Table}. Screen readers read the caption; it is not visible. */
export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table with sticky headings. In narrow windows, each row is shown as a card. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      {/* The roles are explicit because browsers drop them when CSS lays the table out as cards. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className={styles.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map(({ key, label, head, isNumber, sorted }) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <th key={key} scope="col" role="columnheader" aria-sort={sorted} data-number={isNumber || undefined}>
                {head ?? label}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const isEmpty = content === null || content === undefined || content === '';
  const common = {
    'data-label': column.label,
    'data-empty': isEmpty || undefined,
    'data-number': column.isNumber || undefined,
  };
  if (column.isName) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: see above
      <th scope="row" role="rowheader" {...common}>
        {content}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <td role="cell" {...common}>
      {/* A single element, because in narrow windows the cell is a grid of its label and its content. */}
      <div>{isEmpty ? <span aria-hidden="true">–</span> : content}</div>
    </td>
  );
}
