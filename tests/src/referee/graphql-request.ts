/** An operation with its variables, as a client sends it. */
export interface GraphqlRequest {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
