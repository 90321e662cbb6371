/** Runs a statement in Postgres and returns its rows as arrays of values. */
export type RunSql = (text: string, values: readonly unknown[]) => Promise<readonly (readonly unknown[])[]>;

/** A measure, computed by a GraphQL query and by a hand-written SQL statement. */
export interface MeasuredShape {
  readonly description: string;
  /** Returns the sets of parameters; each run of the shape uses one set. */
  readonly parameterSets: (sql: RunSql) => Promise<readonly (readonly unknown[])[]>;
  /** The target: the maximum median time of an uncached response, in milliseconds. */
  readonly maxTime: number;
  readonly query: string;
  readonly variables: (parameters: readonly unknown[]) => Readonly<Record<string, unknown>>;
  /** The statement that computes the measure in Postgres. Its rows have a key, the value and the number of ballots. */
  readonly sql: string;
  /** Converts the data of Chancery's response to rows like those of the statement. */
  readonly rowsOf: (
    data: Readonly<Record<string, never>>,
  ) => readonly (readonly [key: string, value: number, n: number])[];
}
