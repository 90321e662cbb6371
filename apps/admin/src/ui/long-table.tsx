import styles from './table.module.css';
import { Table, type TableProps } from './table.tsx';
import { texts } from './texts.ts';

interface LongTableProps<Row> extends TableProps<Row> {
  /** The number of rows that are always visible. */
  readonly visibleRows: number;
}

/**
 * A table that collapses the rows after the first `visibleRows`, unless this would hide only three rows or fewer. Works
 * without scripts.
 */
export function LongTable<Row>({ visibleRows, ...table }: LongTableProps<Row>) {
  const { rows, caption } = table;
  // Collapsing three rows or fewer would save no space.
  if (rows.length <= visibleRows + 3) return <Table {...table} />;
  const hiddenCount = rows.length - visibleRows;
  return (
    <>
      <Table {...table} rows={rows.slice(0, visibleRows)} />
      <details className={styles.rest}>
        <summary>{texts.longTable.more(hiddenCount, rows.length)}</summary>
        <Table {...table} caption={texts.longTable.continued(caption)} rows={rows.slice(visibleRows)} />
      </details>
    </>
  );
}
