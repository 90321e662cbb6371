import styles from './table.module.css';
import { Table, type TableProps } from './table.tsx';

interface LongTableProps<Row> extends TableProps<Row> {
  /** How many rows stand in sight; the others are folded. */
  readonly inSight: number;
}

/** A table whose rows beyond the first are folded under it, and open without scripts. */
export function LongTable<Row>({ inSight, ...table }: LongTableProps<Row>) {
  const { rows, caption } = table;
  // To fold two or three would save no room.
  if (rows.length <= inSight + 3) return <Table {...table} />;
  const rest = rows.length - inSight;
  return (
    <>
      <Table {...table} rows={rows.slice(0, inSight)} />
      <details className={styles.rest}>
        <summary>
          Show {rest.toLocaleString('en-GB')} more of these {rows.length.toLocaleString('en-GB')}
        </summary>
        <Table {...table} caption={`${caption}, continued`} rows={rows.slice(inSight)} />
      </details>
    </>
  );
}
