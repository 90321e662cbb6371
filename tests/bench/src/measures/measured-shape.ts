/** Queries Postgres and returns rows as arrays. */
export type Sql = (text: string, values: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

/** A measure as a GraphQL query and as a hand-written SQL statement. */
export interface MeasuredShape {
  readonly description: string;
  /** Returns the sets of parameters to run with. */
  readonly parameterSets: (sql: Sql) => Promise<readonly (readonly unknown[])[]>;
  /** The target: the maximum time of an uncached response, in milliseconds. */
  readonly maxTime: number;
  readonly query: string;
  readonly variables: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>;
  /** The statement that computes the same in Postgres: rows of key, value and number of votes. */
  readonly sql: string;
  /** Converts the data of Chancery's response to the rows of the statement. */
  readonly rowsOf: (
    data: Readonly<Record<string, never>>,
  ) => readonly (readonly [key: string, value: number, n: number])[];
}
