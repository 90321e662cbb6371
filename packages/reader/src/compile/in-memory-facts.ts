import { fieldsOf, isFactField, type TypeName, typeOf } from '@chancery/codebook';
import { inMemoryRow } from '../in-memory/in-memory-columns.ts';
import { type InMemoryType, inMemoryAlias, isInMemoryType } from '../in-memory/in-memory-types.ts';
import { cachedText } from './cached-text.ts';
import type { Handle } from './handle.ts';
import type { ResultRow } from './row.ts';
import type { Emit } from './run.ts';

/** Writes facts of small types from in-memory rows, in a plan that may use them. */
export class InMemoryFacts {
  readonly #areUsable: boolean;
  /** Whether the plan reads any in-memory row. */
  areUsed = false;

  constructor(areUsable: boolean) {
    this.#areUsable = areUsable;
  }

  /**
   * Writes columns of a fact from its in-memory row. Returns undefined for types without in-memory rows, in past
   * registers, and if the plan may not use in-memory rows.
   */
  write(type: TypeName, handle: Handle, compile: (alias: string, row: ResultRow) => Emit): Emit | undefined {
    if (!this.#isInMemory(type, handle)) return undefined;
    this.areUsed = true;
    const at = handle.row.addPlain(handle.id);
    const write = compile(inMemoryAlias, inMemoryRow(type));
    return (row, run) => {
      const memoryRow = run.inMemoryRows?.rows[type].get(row[at] as string);
      if (!memoryRow) throw new Error(`${row[at]} is not among the in-memory rows`);
      return write(memoryRow, run);
    };
  }

  /** Whether a fact has an in-memory row that provides all the given fields. */
  hasAllFields(type: TypeName, handle: Handle, fields: readonly string[]): boolean {
    if (!this.#isInMemory(type, handle)) return false;
    return fields.every((name) => {
      if (name === 'label') return !typeOf(type).labelTemplate.includes('{');
      const field = fieldsOf(type)[name];
      return field ? field.kind !== 'link' && !isFactField(name) : ['__typename', 'id', 'type'].includes(name);
    });
  }

  /** Caches the output for each in-memory row. `write` must depend only on that row. */
  cacheByRow(handle: Handle, write: Emit): Emit {
    const at = handle.row.addPlain(handle.id);
    handle.row.markFewValues(at);
    const emitter = {};
    return (row, run) => {
      const id = row[at];
      return typeof id === 'string' ? cachedText(emitter, id, run, () => write(row, run)) : write(row, run);
    };
  }

  #isInMemory(type: TypeName, handle: Handle): type is InMemoryType {
    return this.#areUsable && isInMemoryType(type) && handle.scope.schema === 'register';
  }
}
