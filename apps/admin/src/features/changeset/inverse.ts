import { diff, type Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import type { Draft } from './draft.ts';
import { texts } from './texts.tsx';

/**
 * Returns the operation that undoes `operation` within the same changeset; `undefined` if nothing can undo it or there
 * is nothing to undo.
 * @param before The fact before the operation.
 */
export function inverseOf(operation: Operation, before: Draft): Operation | undefined {
  const target = { id: newDeskId('operation'), type: operation.type, fact: operation.fact };
  switch (operation.kind) {
    case 'create':
    case 'dispute':
      return { ...target, kind: 'retire', reason: texts.stored.undoReason };
    case 'update':
    case 'adopt': {
      const { set, base } = diff({ ...before.values, ...operation.set }, before.values);
      return Object.keys(set).length === 0 ? undefined : { ...target, kind: 'update', set, base };
    }
    case 'cite':
      return { ...target, kind: 'uncite', citation: operation.citation, values: operation.values };
    case 'uncite':
      return { ...target, kind: 'cite', citation: operation.citation, values: operation.values };
    case 'retire':
      return before.published
        ? {
            ...target,
            kind: 'restore',
            state: { values: before.published.values, citations: before.published.citations },
          }
        : undefined;
    case 'restore':
      return { ...target, kind: 'retire', reason: texts.stored.undoReason };
    default:
      return operation satisfies never;
  }
}
