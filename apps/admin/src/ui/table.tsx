import type { ReactNode } from 'react';
import styles from './table.module.css';

/** A column of a table: its heading, and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  /** What the column is called, also beside each value where the table is too narrow for columns. */
  readonly label: string;
  /** What stands in the heading in place of the label. */
  readonly head?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** The cell names the row. */
  readonly isName?: boolean;
  readonly isNumber?: boolean;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A table of facts: 32 pixels a row, headings that stay in sight; where there is no room for columns, a card a row. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      {/* The roles are said again: browsers forget them when a table is laid out as cards. */}
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
      {/* One box: in a narrow window the cell is a grid of its label and this. */}
      <div>{isEmpty ? <span aria-hidden="true">–</span> : content}</div>
    </td>
  );
}
