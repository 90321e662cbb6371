import type { FieldValue } from '@chancery/codebook';
import type { Operation } from './operation.ts';

/**
 * Returns the operations that undo merged operations, in reverse order, with ids from `makeId`. `reason` becomes the
 * reason of their waivers and retirements, but the inverse of a restoration keeps the reason of the former retirement
 * if the ledger has recorded it.
 * @throws Error when a retirement does not carry the retired state (`was`), which the ledger records at every merge.
 */
export function invert(operations: readonly Operation[], reason: string, makeId: () => string): Operation[] {
  return operations.toReversed().map((operation) => inverse(operation, reason, makeId()));
}

function inverse(operation: Operation, reason: string, id: string): Operation {
  const { type, fact } = operation;
  switch (operation.kind) {
    case 'create':
    case 'dispute':
      return { id, kind: 'retire', type, fact, reason };
    case 'restore':
      return {
        id,
        kind: 'retire',
        type,
        fact,
        ...(operation.retired
          ? {
              reason: operation.retired.reason,
              ...(operation.retired.redirectTo ? { redirectTo: operation.retired.redirectTo } : {}),
            }
          : { reason }),
      };
    case 'update':
    case 'adopt': {
      const back: Record<string, FieldValue> = {};
      for (const field of Object.keys(operation.set)) back[field] = operation.base[field] ?? null;
      return { id, kind: 'update', type, fact, set: back, base: operation.set, waivers: { '*': reason } };
    }
    case 'retire':
      if (!operation.was) throw new Error(`the retirement ${operation.id} has no recorded state (\`was\`)`);
      return { id, kind: 'restore', type, fact, state: operation.was };
    case 'cite':
      return {
        id,
        kind: 'uncite',
        type,
        fact,
        citation: operation.citation,
        values: operation.values,
        waivers: { '*': reason },
      };
    case 'uncite':
      return { id, kind: 'cite', type, fact, citation: operation.citation, values: operation.values };
    default:
      return operation satisfies never;
  }
}
