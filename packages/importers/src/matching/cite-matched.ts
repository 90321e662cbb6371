import type { Lookup } from './lookup.ts';
import type { PlannedRow } from './planned.ts';
import type { Provenance } from './provenance.ts';

/**
 * Cites a source for the facts that its source records were found to be, where it does not support them yet: such a fact belongs
 * to the set of the source as one that the source brought in does.
 */
export class MatchedFacts {
  readonly #lookup: Lookup;
  readonly #provenance: Provenance;
  /** The id of the source, where the register has it. */
  readonly #source: string | undefined;
  readonly #cited = new Set<string>();

  constructor(lookup: Lookup, provenance: Provenance, source: string | undefined) {
    this.#lookup = lookup;
    this.#provenance = provenance;
    this.#source = source;
  }

  /** The rows of a batch, with a citation of each fact that is found, unchanged or brought up to date. `brought` are facts that stand nowhere yet. */
  async cite(rows: readonly PlannedRow[], isBrought: (fact: string) => boolean): Promise<PlannedRow[]> {
    const found = rows.flatMap((row) => {
      const fact = factFound(row);
      return fact === undefined || this.#cited.has(fact) || isBrought(fact) ? [] : [fact];
    });
    const supported =
      this.#source === undefined || found.length === 0
        ? new Set<string>()
        : await this.#lookup.supported(this.#source, new Set(found));
    const uncited = new Set(found.filter((fact) => !supported.has(fact)));
    return rows.flatMap((row) => {
      const fact = factFound(row);
      if (fact === undefined || !uncited.delete(fact)) return [row];
      this.#cited.add(fact);
      return this.#citing(row, fact);
    });
  }

  #citing(row: PlannedRow, fact: string): PlannedRow[] {
    const { type, key, file, line } = row;
    if (type === undefined || key === undefined || line === undefined) return [row];
    const before = this.#provenance.beforeCiting(file);
    const cite = this.#provenance.cite({ type, fact, key, file, line });
    const outcome = row.outcome === 'UNCHANGED' ? 'CITED' : row.outcome;
    return [...before, { ...row, outcome, operations: [...row.operations, cite] }];
  }
}

/** The fact that a row was found to be and agrees with. */
function factFound({ outcome, fact }: PlannedRow): string | undefined {
  return outcome === 'UNCHANGED' || outcome === 'UPDATE' ? fact : undefined;
}
