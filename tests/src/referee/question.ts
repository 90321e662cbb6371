/** An operation to be put. */
export interface Question {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
