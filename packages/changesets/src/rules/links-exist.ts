import { linkFields, type Values } from '@chancery/codebook';
import type { KnownInbound } from '../known.ts';
import { type Operation, valuesSet } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';

/** Every id that an operation points at, with the field that holds it. */
function* pointers(operation: Operation): Generator<[field: string, id: string, label: string]> {
  if (operation.kind === 'cite') yield* ofValues('Citation', operation.values);
  else yield* ofValues(operation.type, valuesSet(operation));
  if (operation.kind === 'restore')
    for (const row of operation.state.citations) yield* ofValues('Citation', row.values);
  if (operation.kind === 'retire' && operation.redirectTo) yield ['redirectTo', operation.redirectTo, 'Redirect'];
  const batch = operation.kind === 'create' ? operation.batch : operation.kind === 'restore' && operation.state.batch;
  if (batch) yield ['batch', batch.id, 'Import batch'];
  if (operation.kind === 'adopt')
    for (const [field, { claim }] of Object.entries(operation.adopted)) yield [field, claim, 'Adopted claim'];
}

function* ofValues(type: Operation['type'] | 'Citation', values: Values): Generator<[string, string, string]> {
  for (const [name, field] of linkFields(type)) {
    const id = values[name];
    if (typeof id === 'string') yield [name, id, field.label];
  }
}

export const linksExist: Rule = {
  code: 'links-exist',
  description:
    'Whatever a fact or citation points at is in the register or comes with the changeset, and nothing is retired while something else points at it.',
  needs(operation, needs) {
    for (const [, id] of pointers(operation)) needs.facts.add(id);
    if (operation.kind === 'retire') needs.inbound.add(operation.fact);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      yield* missing(operation, batch);
      if (operation.kind === 'retire') yield* orphaned(operation, batch);
    }
  },
};

function* missing(operation: Operation, batch: Batch): Generator<Problem> {
  for (const [field, id, label] of pointers(operation)) {
    if (batch.willBe(id)) continue;
    const why = batch.outline.retired.has(id) ? 'this changeset retires it' : 'the register has no such fact';
    yield {
      code: 'links-exist',
      severity: 'error',
      message: `${label} points at ${batch.called(id)}, but ${why}.`,
      fact: operation.fact,
      field,
      operation: operation.id,
    };
  }
}

// A fact that is retired too, points elsewhere or gives its citation up is in nobody's way.
function pointsStill({ id, field, citation }: KnownInbound, { outline }: Batch): boolean {
  if (outline.retired.has(id) || outline.relinked.has(`${id}.${field}`)) return false;
  return citation === undefined || !outline.uncited.has(citation);
}

function* orphaned(operation: Operation, batch: Batch): Generator<Problem> {
  const left = (batch.known.inbound.get(operation.fact) ?? []).filter((at) => pointsStill(at, batch));
  if (left.length === 0) return;
  const named = left
    .slice(0, 3)
    .map(({ label }) => `“${label}”`)
    .join(', ');
  const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
  yield {
    code: 'links-exist',
    severity: 'error',
    message: `${batch.called(operation.fact)} cannot be retired while ${left.length === 1 ? 'a fact points' : `${left.length} facts point`} at it: ${named}${more}. Retire those too, or point them elsewhere.`,
    fact: operation.fact,
    operation: operation.id,
  };
}
