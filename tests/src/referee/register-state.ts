import { type FactTypeName, isFactType, type TypeName } from '@chancery/codebook';
import type { Row, StoredRegister, Table } from './stored.ts';

/** A fact, citation or tombstone in one state of the register. Corresponds to `Node` of the API. */
export interface RegisterNode {
  /** The name of its type in the API. */
  readonly __typename: TypeName | 'Tombstone';
  /** Its row in its own table. */
  readonly row: Row;
  /** Its row in the identity table; empty unless it is a fact. */
  readonly fact: Row;
  readonly state: RegisterState;
}

/** The register in one state: the present one, or that of a past revision. */
export class RegisterState {
  readonly stored: StoredRegister;
  /** The number of the past revision; `undefined` at the head. */
  readonly revision: number | undefined;
  /** The day on which spells are read unless an operation gives another with the argument `on`. */
  readonly day: string;
  readonly #tables = new Map<Table, ReadonlyMap<string, Row>>();

  constructor(stored: StoredRegister, day: string, revision?: number) {
    this.stored = stored;
    this.day = day;
    this.revision = revision;
  }

  /** Returns the same state with another day on which spells are read by default. */
  onDay(day: string): RegisterState {
    if (day === this.day) return this;
    const other = new RegisterState(this.stored, day, this.revision);
    for (const [table, rows] of this.#tables) other.#tables.set(table, rows);
    return other;
  }

  /** Returns the rows of a table by id. */
  table(table: Table): ReadonlyMap<string, Row> {
    const cached = this.#tables.get(table);
    if (cached) return cached;
    const { revision } = this;
    const rows =
      revision === undefined
        ? (this.stored.present.get(table) ?? [])
        : (this.stored.past.get(table) ?? []).filter(
            (row) => Number(row.rev_from) <= revision && revision < Number(row.rev_to),
          );
    const byId = new Map(rows.map((row) => [String(row.id), row]));
    if (byId.size !== rows.length) throw new Error(`the table ${table} has an id twice in one state of the register`);
    this.#tables.set(table, byId);
    return byId;
  }

  /** Returns all nodes of a type. */
  all(type: TypeName): RegisterNode[] {
    return [...this.table(type).values()].map((row) => this.#node(type, row));
  }

  /** Returns a node of a type by id, or null if there is none. */
  one(type: TypeName, id: unknown): RegisterNode | null {
    const row = this.table(type).get(String(id));
    return row ? this.#node(type, row) : null;
  }

  /** Returns a fact of any type by id, or null if there is none. */
  fact(id: unknown): RegisterNode | null {
    const type = this.table('fact').get(String(id))?.type;
    if (type === undefined) return null;
    const found = this.one(type as FactTypeName, id);
    if (!found) throw new Error(`the fact ${id} has no row of its type`);
    return found;
  }

  /** True when a revision, given by its number, is not later than this state. */
  includes(revision: number): boolean {
    return this.revision === undefined || revision <= this.revision;
  }

  #node(type: TypeName, row: Row): RegisterNode {
    const fact = isFactType(type) ? this.table('fact').get(String(row.id)) : {};
    if (!fact) throw new Error(`${row.id} is a ${type} but has no row in the identity table`);
    return { __typename: type, row, fact, state: this };
  }
}
