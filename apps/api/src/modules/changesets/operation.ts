import type { Operation } from '@chancery/changesets';
import { upperCase } from '../api-names.ts';
import type { DeskModule, ResolverOutput } from '../module.ts';

/** Defines the type of net operations, as changesets and the history of facts return them. */
export const operation = {
  sdl: `
"""A net operation: the combination of all operations of the changeset on the same fact or citation."""
type Operation {
  id: ID!
  kind: OperationKind!
  fact: ID!
  """The citation that is added or removed."""
  citation: ID
  """The values of the fact or citation that is created, restored, added or removed."""
  values: Values
  """The new values of the changed fields; base has the values that the editor saw."""
  set: Values
  base: Values
  waivers: Values
  """For each field, the adopted claim and the reason."""
  adopted: Values
  """Why the fact is retired."""
  reason: String
  redirectTo: ID
  batch: ID
  batchLine: Int
}`,
} satisfies DeskModule;

/**
 * Converts an operation to its API form. `values` has the values of a fact that is created or restored, or of a citation that
 * is added or removed; it is undefined for operations that only change or retire a fact.
 */
export function toOperationOutput(operation: Operation): ResolverOutput<'Operation'> {
  const { kind, ...rest } = operation;
  const values = kind === 'restore' ? operation.state.values : 'values' in operation ? operation.values : undefined;
  const batch = kind === 'create' ? operation.batch : undefined;
  return { ...rest, kind: upperCase(kind), values, batch: batch?.id, batchLine: batch?.line };
}
