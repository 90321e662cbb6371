/** The two sides of a dyad and its day, as SQL. */
export interface Sides {
  readonly a: string;
  readonly b: string;
  readonly on: string;
}
