import { linksIn } from '../links-in.ts';
import { type Operation, type RetireOperation, writtenValues } from '../operation.ts';
import type { Problem } from '../problem.ts';
import type { Batch, Rule } from '../rule.ts';
import type { StoredInboundLink } from '../rule-context.ts';

/**
 * Yields the field name, the id and the field label of every link that an operation writes. The import batch and the
 * adopted claims count as links too.
 */
function* linksOf(operation: Operation): Generator<[field: string, id: string, label: string]> {
  if (operation.kind === 'cite') yield* linksIn('Citation', operation.values);
  else yield* linksIn(operation.type, writtenValues(operation));
  if (operation.kind === 'restore') for (const row of operation.state.citations) yield* linksIn('Citation', row.values);
  const batch = operation.kind === 'create' ? operation.batch : operation.kind === 'restore' && operation.state.batch;
  if (batch) yield ['batch', batch.id, 'Import batch'];
  if (operation.kind === 'adopt')
    for (const [field, { claim }] of Object.entries(operation.adopted)) yield [field, claim, 'Adopted claim'];
}

export const linksExist: Rule = {
  code: 'links-exist',
  description:
    'Facts and citations link only to facts that are in the register or that the changeset adds. A fact cannot be retired while another fact or a citation links to it. A retired fact may redirect to any other fact, retired or not, but its redirect must not lead back to it.',
  needs(operation, needs) {
    for (const [, id] of linksOf(operation)) needs.facts.add(id);
    if (operation.kind !== 'retire') return;
    needs.inbound.add(operation.fact);
    if (operation.redirectTo === undefined) return;
    needs.facts.add(operation.redirectTo);
    needs.tombstones.add(operation.redirectTo);
  },
  *check(batch): Generator<Problem> {
    for (const operation of batch.operations) {
      yield* missingTargets(operation, batch);
      if (operation.kind !== 'retire') continue;
      yield* brokenInboundLinks(operation, batch);
      yield* badRedirect(operation, batch);
    }
  },
};

// Readers with old ids follow redirects to the last one, so a redirect may pass through retired facts. It does so
// whenever its target is retired later.
function* badRedirect({ id, fact, redirectTo }: RetireOperation, batch: Batch): Generator<Problem> {
  if (redirectTo === undefined || batch.willExist(redirectTo)) return;
  const { outline, context } = batch;
  const targetIsRetired = outline.retired.has(redirectTo) || context.tombstones.has(redirectTo);
  const seen = new Set<string>();
  for (let current: string | undefined = redirectTo; current !== undefined && !seen.has(current); ) {
    seen.add(current);
    // Stop at a fact that exists again: a restored fact no longer redirects.
    current = batch.willExist(current)
      ? undefined
      : (outline.redirects.get(current) ?? context.tombstones.get(current)?.redirectTo);
  }
  if (targetIsRetired && !seen.has(fact)) return;
  yield {
    code: 'links-exist',
    severity: 'error',
    message: whyBadRedirect(fact, redirectTo, targetIsRetired, batch),
    fact,
    field: 'redirectTo',
    operation: id,
  };
}

function whyBadRedirect(fact: string, redirectTo: string, targetIsRetired: boolean, batch: Batch): string {
  if (redirectTo === fact) return 'A retired fact cannot redirect to itself. Choose another target.';
  return targetIsRetired
    ? `The fact redirects to ${batch.labelOf(redirectTo)}, which is retired and redirects back to this fact. Choose another target.`
    : `The fact redirects to ${batch.labelOf(redirectTo)}, but neither the register nor this changeset has such a fact. Choose another target.`;
}

function* missingTargets(operation: Operation, batch: Batch): Generator<Problem> {
  for (const [field, id, label] of linksOf(operation)) {
    if (batch.willExist(id)) continue;
    const reason = batch.outline.retired.has(id)
      ? 'this changeset retires it'
      : 'neither the register nor this changeset has such a fact';
    yield {
      code: 'links-exist',
      severity: 'error',
      message: `${label} links to ${batch.labelOf(id)}, but ${reason}. Link to another fact.`,
      fact: operation.fact,
      field,
      operation: operation.id,
    };
  }
}

// False when the changeset also retires the linking fact, sets the link field or removes the citation.
function stillLinks({ id, field, citation }: StoredInboundLink, { outline }: Batch): boolean {
  if (outline.retired.has(id) || outline.relinked.has(`${id}.${field}`)) return false;
  return citation === undefined || !outline.uncited.has(citation);
}

function* brokenInboundLinks(operation: Operation, batch: Batch): Generator<Problem> {
  const remaining = (batch.context.inbound.get(operation.fact) ?? []).filter((link) => stillLinks(link, batch));
  if (remaining.length === 0) return;
  const labels = remaining
    .slice(0, 3)
    .map(({ label }) => `“${label}”`)
    .join(', ');
  const more = remaining.length > 3 ? ` and ${remaining.length - 3} more` : '';
  yield {
    code: 'links-exist',
    severity: 'error',
    message: `${batch.labelOf(operation.fact)} cannot be retired while ${remaining.length === 1 ? 'a link to it exists, from' : `${remaining.length} links to it exist, from`} ${labels}${more}. Retire the linking facts too, change their links, or remove the citations that link to it.`,
    fact: operation.fact,
    operation: operation.id,
  };
}
