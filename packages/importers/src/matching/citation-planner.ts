import type { Lookup } from './lookup.ts';
import type { PlannedRow } from './planned.ts';
import type { Provenance } from './provenance.ts';

/**
 * Cites the imported source for each stored fact that a source record matched, unless the source supports that fact
 * already. The source thus also supports facts that other sources created.
 */
export class CitationPlanner {
  readonly #lookup: Lookup;
  readonly #provenance: Provenance;
  /** The id of the source, if the register has it. */
  readonly #source: string | undefined;
  readonly #cited = new Set<string>();

  constructor(lookup: Lookup, provenance: Provenance, source: string | undefined) {
    this.#lookup = lookup;
    this.#provenance = provenance;
    this.#source = source;
  }

  /**
   * Returns the rows with a citation added to the row of each matched fact that the source does not support yet, once
   * per fact. The rows that create the source come before the first citation. Facts that this import creates
   * (`isCreated`) are not cited.
   */
  async cite(rows: readonly PlannedRow[], isCreated: (fact: string) => boolean): Promise<PlannedRow[]> {
    const matched = rows.flatMap((row) => {
      const fact = matchedFact(row);
      return fact === undefined || this.#cited.has(fact) || isCreated(fact) ? [] : [fact];
    });
    const supported =
      this.#source === undefined || matched.length === 0
        ? new Set<string>()
        : await this.#lookup.supportedFacts(this.#source, new Set(matched));
    const uncited = new Set(matched.filter((fact) => !supported.has(fact)));
    return rows.flatMap((row) => {
      const fact = matchedFact(row);
      if (fact === undefined || !uncited.delete(fact)) return [row];
      this.#cited.add(fact);
      return this.#withCitation(row, fact);
    });
  }

  #withCitation(row: PlannedRow, fact: string): PlannedRow[] {
    const { type, key, file, line } = row;
    if (type === undefined || key === undefined || line === undefined) return [row];
    const before = this.#provenance.rowsBeforeCitation(file);
    const cite = this.#provenance.cite({ type, fact, key, file, line });
    const outcome = row.outcome === 'UNCHANGED' ? 'CITED' : row.outcome;
    return [...before, { ...row, outcome, operations: [...row.operations, cite] }];
  }
}

/** Returns the id of the fact that a row matched, if the outcome is UNCHANGED or UPDATE. */
function matchedFact({ outcome, fact }: PlannedRow): string | undefined {
  return outcome === 'UNCHANGED' || outcome === 'UPDATE' ? fact : undefined;
}
