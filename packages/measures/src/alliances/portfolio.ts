/** A tie of one state to another. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** The index of the tie's level in the levels of the scale. */
  readonly place: number;
}

/**
 * For each state of a system, its ties to all states of the system in their order, as indexes in the levels of the
 * scale.
 */
export type Portfolios = ReadonlyMap<string, Int8Array>;

/**
 * Arranges ties as portfolios: the strongest tie of each state to each other state, or 0 if there is none. The cell of
 * a state toward itself is `selfTie`; pass the strongest tie of the scale. Ties of states outside the system, and of a
 * state to itself, are left out.
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
