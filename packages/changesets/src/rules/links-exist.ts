import { linksIn } from '../links-in.ts';
import { type Operation, type RetireOperation, valuesSet } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import type { StoredInboundLink } from '../rule-context.ts';

/** Every id that an operation points at, with the field that holds it. */
function* pointers(operation: Operation): Generator<[field: string, id: string, label: string]> {
  if (operation.kind === 'cite') yield* linksIn('Citation', operation.values);
  else yield* linksIn(operation.type, valuesSet(operation));
  if (operation.kind === 'restore') for (const row of operation.state.citations) yield* linksIn('Citation', row.values);
  const batch = operation.kind === 'create' ? operation.batch : operation.kind === 'restore' && operation.state.batch;
  if (batch) yield ['batch', batch.id, 'Import batch'];
  if (operation.kind === 'adopt')
    for (const [field, { claim }] of Object.entries(operation.adopted)) yield [field, claim, 'Adopted claim'];
}

export const linksExist: Rule = {
  code: 'links-exist',
  description:
    'Whatever a fact or citation points at is in the register or comes with the changeset, and nothing is retired while something else points at it. The id of a retired fact leads to a fact, or on to where another retired one leads, never back to itself.',
  needs(operation, needs) {
    for (const [, id] of pointers(operation)) needs.facts.add(id);
    if (operation.kind !== 'retire') return;
    needs.inbound.add(operation.fact);
    if (operation.redirectTo === undefined) return;
    needs.facts.add(operation.redirectTo);
    needs.tombstones.add(operation.redirectTo);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      yield* missing(operation, batch);
      if (operation.kind !== 'retire') continue;
      yield* orphaned(operation, batch);
      yield* ledAstray(operation, batch);
    }
  },
};

// A redirect is for readers with old ids, who follow it as far as it goes: so it may go by way of retired facts, as it
// does once the fact that it led to is retired.
function* ledAstray({ id, fact, redirectTo }: RetireOperation, batch: Batch): Generator<Problem> {
  if (redirectTo === undefined || batch.willBe(redirectTo)) return;
  const { outline, known } = batch;
  const wasThere = outline.retired.has(redirectTo) || known.tombstones.has(redirectTo);
  const seen = new Set<string>();
  for (let at: string | undefined = redirectTo; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    // One that comes back is as far as its old redirect goes.
    at = batch.willBe(at) ? undefined : (outline.redirects.get(at) ?? known.tombstones.get(at)?.redirectTo);
  }
  if (wasThere && !seen.has(fact)) return;
  yield {
    code: 'links-exist',
    severity: 'error',
    message: wasThere
      ? `Redirect leads to ${batch.called(redirectTo)}, which is retired and leads back here.`
      : `Redirect points at ${batch.called(redirectTo)}, but the register has no such fact.`,
    fact,
    field: 'redirectTo',
    operation: id,
  };
}

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
function pointsStill({ id, field, citation }: StoredInboundLink, { outline }: Batch): boolean {
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
