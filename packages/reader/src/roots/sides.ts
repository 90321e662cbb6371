/** SQL for the ids of the two sides of a dyad, and for its day. */
export interface Sides {
  readonly a: string;
  readonly b: string;
  readonly on: string;
}
