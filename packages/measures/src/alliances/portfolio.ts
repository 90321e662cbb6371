/** A directed tie of one state to another, such as an obligation that `from` owes `to`. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** The index of the tie's level in the levels of the scale. */
  readonly place: number;
}

/**
 * The portfolio of each state of a system, by state: one number for each state of the system, in the order of the
 * system. Each number is the index, in the levels of the scale, of the level of the tie to that state.
 */
export type Portfolios = ReadonlyMap<string, Int8Array>;

/**
 * Arranges ties as portfolios: the strongest tie of each state to each other state, or 0 if there is none. `selfTie` is
 * the index of the level of each state's tie to itself; pass that of the highest level of the scale. Ties to or from
 * states outside the system are left out, and so are ties of a state to itself.
 */
export function portfolios(system: readonly string[], ties: Iterable<Tie>, selfTie: number): Portfolios {
  const columns = new Map(system.map((state, column) => [state, column]));
  const portfolioOf = new Map(
    system.map((state, column) => {
      const portfolio = new Int8Array(system.length);
      portfolio[column] = selfTie;
      return [state, portfolio];
    }),
  );
  for (const { from, to, place } of ties) {
    const column = columns.get(to);
    const portfolio = portfolioOf.get(from);
    if (column !== undefined && portfolio && from !== to) portfolio[column] = Math.max(portfolio[column] ?? 0, place);
  }
  return portfolioOf;
}
