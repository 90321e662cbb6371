import { type FactTypeName, isFactType, type TypeName } from '@chancery/codebook';
import type { Row, Stored, Table } from './stored.ts';

/** A fact, a citation or a tombstone as it stands in one state of the register. */
export interface Thing {
  /** The name of its type in the API. */
  readonly __typename: TypeName | 'Tombstone';
  /** Its row in its own table. */
  readonly row: Row;
  /** Its row in the identity table, of a fact. */
  readonly fact: Row;
  readonly state: RegisterState;
}

/** The register in one state: the present one, or that of a past revision. */
export class RegisterState {
  readonly stored: Stored;
  /** The number of the past revision; none at the head. */
  readonly revision: number | undefined;
  /** The day on which `on` falls by default. */
  readonly day: string;
  readonly #tables = new Map<Table, ReadonlyMap<string, Row>>();

  constructor(stored: Stored, day: string, revision?: number) {
    this.stored = stored;
    this.day = day;
    this.revision = revision;
  }

  /** The same register, with everything told as of another day. */
  onDay(day: string): RegisterState {
    if (day === this.day) return this;
    const other = new RegisterState(this.stored, day, this.revision);
    for (const [table, rows] of this.#tables) other.#tables.set(table, rows);
    return other;
  }

  /** The rows of a table by id. */
  table(table: Table): ReadonlyMap<string, Row> {
    const known = this.#tables.get(table);
    if (known) return known;
    const { revision } = this;
    const rows =
      revision === undefined
        ? (this.stored.present.get(table) ?? [])
        : (this.stored.past.get(table) ?? []).filter(
            (row) => Number(row.rev_from) <= revision && revision < Number(row.rev_to),
          );
    const made = new Map(rows.map((row) => [String(row.id), row]));
    if (made.size !== rows.length) throw new Error(`${table} holds one id twice`);
    this.#tables.set(table, made);
    return made;
  }

  /** All things of a type. */
  all(type: TypeName): Thing[] {
    return [...this.table(type).values()].map((row) => this.#thing(type, row));
  }

  /** A thing of a type by its id. */
  one(type: TypeName, id: unknown): Thing | null {
    const row = this.table(type).get(String(id));
    return row ? this.#thing(type, row) : null;
  }

  /** A fact by its id, whatever its type. */
  fact(id: unknown): Thing | null {
    const type = this.table('fact').get(String(id))?.type;
    if (type === undefined) return null;
    const found = this.one(type as FactTypeName, id);
    if (!found) throw new Error(`the fact ${id} has no row of its type`);
    return found;
  }

  /** Whether a revision is within this state. */
  knows(revision: number): boolean {
    return this.revision === undefined || revision <= this.revision;
  }

  #thing(type: TypeName, row: Row): Thing {
    const fact = isFactType(type) ? this.table('fact').get(String(row.id)) : {};
    if (!fact) throw new Error(`${row.id} is a ${type} and no fact`);
    return { __typename: type, row, fact, state: this };
  }
}
