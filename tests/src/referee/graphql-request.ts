/** An operation to be put. */
export interface GraphqlRequest {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
