import styles from './mapping.module.css';
import { texts } from './texts.ts';

interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly onChange: (column: string) => void;
  /** Label of the option for no column. */
  readonly emptyLabel?: string;
}

/** A select for one column of the table, or none. Marks a chosen column that the file does not have. */
export function ColumnSelect({ label, columns, value, onChange, emptyLabel }: ColumnSelectProps) {
  return (
    <select
      className={styles.control}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{emptyLabel ?? texts.column.choose}</option>
      {value && !columns.includes(value) ? <option value={value}>{texts.column.notInFile(value)}</option> : null}
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

/** A select for several columns. They keep the order in which they are chosen. */
export function ColumnsSelect({ label, columns, value, onChange }: ColumnsSelectProps) {
  return (
    <span className={styles.several}>
      {value.map((column) => (
        <button
          key={column}
          type="button"
          className={styles.chip}
          aria-label={texts.column.remove(column, label)}
          onClick={() => onChange(value.filter((chosen) => chosen !== column))}
        >
          {texts.column.chip(column)}
        </button>
      ))}
      <ColumnSelect
        label={label}
        columns={columns.filter((column) => !value.includes(column))}
        value=""
        emptyLabel={value.length > 0 ? texts.column.addAnother : texts.column.choose}
        onChange={(column) => {
          if (column) onChange([...value, column]);
        }}
      />
    </span>
  );
}
