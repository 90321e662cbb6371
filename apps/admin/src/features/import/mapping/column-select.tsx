import styles from './mapping.module.css';

interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
  /** What stands for no column, where there may be none. */
  readonly none?: string;
}

/** Chooses one of the columns of the table. */
export function ColumnSelect({ label, columns, value, onChange, none }: ColumnSelectProps) {
  return (
    <select
      className={styles.control}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{none ?? 'choose a column'}</option>
      {value && !columns.includes(value) ? <option value={value}>{value} (not in the file)</option> : null}
      {columns.map((column) => (
        <option key={column} value={column}>
          {column}
        </option>
      ))}
    </select>
  );
}

interface ColumnsSelectProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Chooses several columns, in an order that matters. */
export function ColumnsSelect({ label, columns, value, onChange }: ColumnsSelectProps) {
  return (
    <span className={styles.several}>
      {value.map((column) => (
        <button
          key={column}
          type="button"
          className={styles.chip}
          aria-label={`Take ${column} out of: ${label}`}
          onClick={() => onChange(value.filter((each) => each !== column))}
        >
          {column} ×
        </button>
      ))}
      <ColumnSelect
        label={label}
        columns={columns.filter((column) => !value.includes(column))}
        value=""
        none={value.length > 0 ? 'and another' : 'choose a column'}
        onChange={(column) => {
          if (column) onChange([...value, column]);
        }}
      />
    </span>
  );
}
