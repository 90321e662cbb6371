import type { TypeName } from '@chancery/codebook';
import type { Row } from './row.ts';
import { type Scope, stood, tableIn } from './scope.ts';

/**
 * A fact (or citation) that a row leads to, known by the SQL of its id. Its tables are joined only when a column of
 * them is asked for: the id alone tells a fact's type by its prefix.
 */
export class Handle {
  readonly id: string;
  readonly scope: Scope;
  /** Whether only its id tells its type. */
  ofAnyType = false;
  readonly #row: Row;
  readonly #alias: (hint: string) => string;
  readonly #joined = new Map<TypeName | 'fact', string>();
  readonly #firm: string | undefined;

  constructor(
    id: string,
    { row, scope, alias }: { row: Row; scope: Scope; alias: (hint: string) => string },
    bound?: { table: TypeName | 'fact'; alias: string; firm?: boolean },
  ) {
    this.id = id;
    this.scope = scope;
    this.#row = row;
    this.#alias = alias;
    this.#firm = bound?.firm ? bound.alias : undefined;
    if (bound) this.#joined.set(bound.table, bound.alias);
  }

  /**
   * Whether the SQL of a required column is never null: in the rows of a page of the type's own table, as they stand now.
   * A row that is joined may be missing, and the history has rows from before a field was there.
   */
  isFirm(column: string): boolean {
    return this.#firm !== undefined && column.startsWith(`${this.#firm}.`) && this.scope.schema === 'register';
  }

  /** The row to which columns of this fact are added. */
  get row(): Row {
    return this.#row;
  }

  /** Whether a table stands in the row already. */
  has(table: TypeName | 'fact'): boolean {
    return this.#joined.has(table);
  }

  /** The alias of the fact's own table, or of the identity table. */
  table(table: TypeName | 'fact'): string {
    const known = this.#joined.get(table);
    if (known) return known;
    const alias = this.#alias('j');
    this.#row.join(
      `LEFT JOIN ${tableIn(this.scope, table)} ${alias} ON ${alias}.id = ${this.id}${stood(this.scope, alias)}`,
    );
    this.#joined.set(table, alias);
    return alias;
  }
}
