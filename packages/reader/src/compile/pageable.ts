import type { Order } from './order.ts';
import type { ResultRow } from './row.ts';
import type { Emit } from './run.ts';
import type { PricedField, SelectedField } from './selection.ts';

/** The rows of a connection: where they come from, their order, and how they are written. */
export interface Pageable {
  /** The name of the connection type without the ending `Connection`, such as `Membership`. */
  readonly node: string;
  /** Returns SQL for the FROM item, which gets the given alias. */
  readonly from: (alias: string) => string;
  /** Returns the SQL conditions on the rows of the alias. */
  readonly where: (alias: string) => readonly string[];
  readonly order: Order;
  /**
   * True if the conditions select few rows by id, so that sorting them is cheaper than scanning the index of the order.
   */
  readonly preferSort?: boolean;
  /** SQL for the number of rows, if it is known without counting them. */
  readonly count?: string;
  /** Writes a row of the page as a node. */
  readonly write: (row: ResultRow, alias: string, selected: SelectedField, sizes: PricedField['sizes']) => Emit;
  /** Writes a field of an edge other than cursor and node. */
  readonly edge?: (row: ResultRow, alias: string, selected: SelectedField) => Emit;
}
