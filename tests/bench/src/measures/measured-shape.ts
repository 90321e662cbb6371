/** Asks Postgres: the rows of a statement as arrays. */
export type Sql = (text: string, values: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

/** A form of question about measures, put to Chancery and to Postgres in a statement written by hand. */
export interface MeasuredShape {
  readonly asks: string;
  /** What is asked, each time with other parameters. */
  readonly questions: (sql: Sql) => Promise<readonly (readonly unknown[])[]>;
  /** How long an answer that nobody has asked for before may take, in milliseconds. */
  readonly atMost: number;
  readonly query: string;
  readonly variables: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>;
  /** Reckons the same in Postgres: rows of what is measured, its value and on how many votes. */
  readonly sql: string;
  /** The values of Chancery's answer in the form of the statement's rows. */
  readonly rowsOf: (
    data: Readonly<Record<string, never>>,
  ) => readonly (readonly [key: string, value: number, n: number])[];
}
