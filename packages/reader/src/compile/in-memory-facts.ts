import { fieldsOf, isFactField, type TypeName, typeOf } from '@chancery/codebook';
import { type InMemoryType, inMemoryAlias, inMemoryRow, isInMemoryType } from '../in-memory/in-memory-columns.ts';
import type { Handle } from './handle.ts';
import { remembered } from './remembered.ts';
import type { Row } from './row.ts';
import type { Emit } from './run.ts';

/** Writes facts of small types from the rows that are held of them in memory, in a plan that may use them. */
export class InMemoryFacts {
  readonly #areUsable: boolean;
  /** Whether the plan writes anything from them. */
  areUsed = false;

  constructor(areUsable: boolean) {
    this.#areUsable = areUsable;
  }

  /** Writes columns of a fact from the row that is held of it, if one is. */
  write(type: TypeName, handle: Handle, make: (alias: string, row: Row) => Emit): Emit | undefined {
    if (!this.#isHeld(type, handle)) return undefined;
    this.areUsed = true;
    const at = handle.row.addPlain(handle.id);
    const write = make(inMemoryAlias, inMemoryRow(type));
    return (row, run) => {
      const found = run.held?.rows[type].get(row[at] as string);
      if (!found) throw new Error(`${row[at]} is not among the rows held`);
      return write(found, run);
    };
  }

  /** Whether all fields that are asked of a fact are in the row that is held of it. */
  isWhole(type: TypeName, handle: Handle, fields: readonly string[]): boolean {
    if (!this.#isHeld(type, handle)) return false;
    return fields.every((name) => {
      if (name === 'label') return !typeOf(type).labelled.includes('{');
      const field = fieldsOf(type)[name];
      return field ? field.kind !== 'link' && !isFactField(name) : ['__typename', 'id', 'type'].includes(name);
    });
  }

  /** Writes of each held row once, as long as it is held, and from then on what was written. */
  kept(handle: Handle, write: Emit): Emit {
    const at = handle.row.addPlain(handle.id);
    handle.row.hasFew(at);
    const place = {};
    return (row, run) => {
      const id = row[at];
      return typeof id === 'string' ? remembered(place, id, run, () => write(row, run)) : write(row, run);
    };
  }

  #isHeld(type: TypeName, handle: Handle): type is InMemoryType {
    return this.#areUsable && isInMemoryType(type) && handle.scope.schema === 'register';
  }
}
