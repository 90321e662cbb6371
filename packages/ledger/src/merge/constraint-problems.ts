import type { Problem } from '@chancery/changesets';

/** The sentence for each constraint of the database that states the sense of the register: prisma/migrations/…_sense. */
const sentences: Readonly<Record<string, string>> = {
  place_has_no_country:
    'A strait, a sea area or a disputed territory belongs to no country. Record a controller or claimants instead.',
  organization_own_parent: 'An organization cannot be its own parent.',
  source_own_origin: 'A source cannot be derived from itself.',
  membership_in_itself: 'An organization cannot be a member of itself.',
  obligation_to_itself: 'An actor cannot owe an obligation to itself.',
  state_relation_to_itself: 'A state cannot follow from itself.',
  dispute_with_itself: 'A fact cannot be in dispute with itself.',
  follows_itself: 'A fact cannot follow itself.',
  claim_rival_value: 'A claim about a field needs a subject, the field and the value.',
  claim_about_itself: 'A claim cannot be about itself.',
  ballot_once: 'The state already has a ballot on this resolution.',
  participation_once: 'The actor already takes part in this exercise in this role.',
  event_actor_once: 'It already stands on this side of this event.',
  measure_party_once: 'The actor already stands on this side of this measure.',
  dispute_once: 'The two facts are in dispute already.',
  external_code_once: 'The code already stands for another fact in that period.',
};

/** The SQLSTATE classes of constraints: not null, foreign key, unique, check, exclusion. */
const violations = new Set(['23502', '23503', '23505', '23514', '23P01']);

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly detail?: string;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/**
 * The problem that a violated constraint amounts to, in words for an editor; `undefined` if the error is something else.
 * Constraints without a sentence of their own guard what the rules check: they are reported by name.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (!isDatabaseError(error) || !violations.has(error.code)) return undefined;
  const name = error.constraint ?? error.column ?? 'a constraint';
  const ids = [...(error.detail ?? '').matchAll(/\b[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g)].map(([id]) => id);
  const [fact] = ids;
  return {
    code: sentences[name] ? name.replaceAll('_', '-') : 'database-constraint',
    severity: 'error',
    message:
      sentences[name] ??
      `The register does not take this (${name}${error.table ? ` of ${error.table}` : ''}): a value is missing, out of its limits, or there already.`,
    ...(fact ? { fact } : {}),
  };
}
