import type { TypeName } from '@chancery/codebook';
import type { ResultRow } from './row.ts';
import { asOfSql, type Scope, tableSql } from './scope.ts';

/**
 * A fact or citation that a result row refers to, given by the SQL of its id. Its tables are joined only when one of
 * their columns is needed. The type needs no join: it is known from the prefix of the id.
 */
export class Handle {
  readonly id: string;
  readonly scope: Scope;
  /** True when the concrete type is known only from the id prefix. */
  isOfAnyType = false;
  readonly #row: ResultRow;
  readonly #alias: (hint: string) => string;
  readonly #joined = new Map<TypeName | 'fact', string>();
  readonly #baseAlias: string | undefined;

  constructor(
    id: string,
    { row, scope, alias }: { row: ResultRow; scope: Scope; alias: (hint: string) => string },
    bound?: { table: TypeName | 'fact'; alias: string; isBase?: boolean },
  ) {
    this.id = id;
    this.scope = scope;
    this.#row = row;
    this.#alias = alias;
    this.#baseAlias = bound?.isBase ? bound.alias : undefined;
    if (bound) this.#joined.set(bound.table, bound.alias);
  }

  /**
   * Whether the SQL of a required column is never null. True only for the base table of a page at the head: a joined
   * row may be missing, and the history has rows from before a field existed.
   */
  isNotNull(column: string): boolean {
    return (
      this.#baseAlias !== undefined && column.startsWith(`${this.#baseAlias}.`) && this.scope.schema === 'register'
    );
  }

  /** The result row to which columns of this fact are added. */
  get row(): ResultRow {
    return this.#row;
  }

  /** Whether a table is already joined. */
  has(table: TypeName | 'fact'): boolean {
    return this.#joined.has(table);
  }

  /** Returns the alias of the fact's own table, or of the identity table; joins the table if necessary. */
  table(table: TypeName | 'fact'): string {
    const joined = this.#joined.get(table);
    if (joined) return joined;
    const alias = this.#alias('j');
    this.#row.join(
      `LEFT JOIN ${tableSql(this.scope, table)} ${alias} ON ${alias}.id = ${this.id}${asOfSql(this.scope, alias)}`,
    );
    this.#joined.set(table, alias);
    return alias;
  }
}
