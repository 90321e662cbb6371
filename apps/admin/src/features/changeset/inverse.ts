import { diff, type Operation } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import type { Draft } from './draft.ts';

/** The operation that takes another one back within the same changeset; `undefined` where there is none. */
export function inverseOf(operation: Operation, before: Draft): Operation | undefined {
  const on = { id: newDeskId('operation'), type: operation.type, fact: operation.fact };
  switch (operation.kind) {
    case 'create':
    case 'dispute':
      return { ...on, kind: 'retire', reason: 'Taken back before it was saved for good.' };
    case 'update':
    case 'adopt': {
      const { set, base } = diff({ ...before.values, ...operation.set }, before.values);
      return Object.keys(set).length === 0 ? undefined : { ...on, kind: 'update', set, base };
    }
    case 'cite':
      return { ...on, kind: 'uncite', citation: operation.citation, values: operation.values };
    case 'uncite':
      return { ...on, kind: 'cite', citation: operation.citation, values: operation.values };
    case 'retire':
      return before.standing
        ? { ...on, kind: 'restore', state: { values: before.standing.values, citations: before.standing.citations } }
        : undefined;
    case 'restore':
      return { ...on, kind: 'retire', reason: 'Taken back before it was saved for good.' };
    default:
      return operation satisfies never;
  }
}
