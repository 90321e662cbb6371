/** A form of question about measures, put to Chancery and to Postgres in a statement written by hand. */
export interface MeasuredShape {
  readonly asks: string;
  readonly query: string;
  readonly variables: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>;
  /** Reckons the same in Postgres: rows of what is measured, its value and on how many votes. */
  readonly sql: string;
  /** The values of Chancery's answer in the form of the statement's rows. */
  readonly rowsOf: (
    data: Readonly<Record<string, never>>,
  ) => readonly (readonly [key: string, value: number, n: number])[];
}
