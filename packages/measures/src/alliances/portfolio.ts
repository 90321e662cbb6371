/** Ties of one to another, as places of a scale. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly place: number;
}

/** By state: its ties to all states of a system in their order, as places of a scale. */
export type Portfolios = ReadonlyMap<string, Int8Array>;

/**
 * Lays ties out as portfolios: the strongest tie of each to each, and 0 where there is none. A state's own cell holds
 * `own`, the strongest tie of the scale. Ties of those who are not in the system are left out.
 */
export function portfolios(system: readonly string[], ties: Iterable<Tie>, own: number): Portfolios {
  const places = new Map(system.map((state, at) => [state, at]));
  const made = new Map(
    system.map((state, at) => {
      const portfolio = new Int8Array(system.length);
      portfolio[at] = own;
      return [state, portfolio];
    }),
  );
  for (const { from, to, place } of ties) {
    const at = places.get(to);
    const portfolio = made.get(from);
    if (at !== undefined && portfolio && from !== to) portfolio[at] = Math.max(portfolio[at] ?? 0, place);
  }
  return made;
}
