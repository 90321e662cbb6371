import type { Problem } from '@chancery/changesets';

/** The messages for the constraints that are written by hand in prisma/migrations/…_sense, by constraint name. */
const messages: Readonly<Record<string, string>> = {
  place_has_no_country:
    'A strait, a sea area or a disputed territory has no country. Record a controller or claimants instead.',
  organization_own_parent: 'An organization cannot be its own parent. Choose another parent.',
  source_own_origin: 'A source cannot be derived from itself. Choose the source that it is based on.',
  membership_in_itself: 'An organization cannot be a member of itself. Choose another member or organization.',
  obligation_to_itself: 'An actor cannot owe an obligation to itself. Choose another actor.',
  state_relation_to_itself: 'A state cannot be related to itself. Choose another state.',
  dispute_with_itself: 'A fact cannot be in dispute with itself. Choose another fact.',
  follows_itself: 'A fact cannot follow itself. Choose another fact.',
  claim_rival_value: 'A claim about a field needs a subject, the field and the value. Add the missing ones.',
  claim_about_itself: 'A claim cannot be its own subject, object or means. Choose another fact.',
  ballot_once: 'The state already has a ballot on this resolution. Change that ballot instead.',
  participation_once: 'The actor already takes part in this exercise in this role. Change that participation instead.',
  event_actor_once: 'The actor already has this role in the event. Remove the second link.',
  measure_party_once: 'The actor already has this role in the policy measure. Change that link instead.',
  dispute_once: 'The two facts are in dispute already. Change that dispute instead.',
  external_code_once: 'The same code is already recorded for an overlapping period. Correct the code or the period.',
};

const notNullViolation = '23502';

/** The SQLSTATE codes of constraint violations: not null, foreign key, unique, check, exclusion. */
const violations = new Set([notNullViolation, '23503', '23505', '23514', '23P01']);

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
 * Converts a constraint violation into a problem with a message for editors. Returns undefined for any other error.
 * Constraints that are not in {@link messages} repeat what the rules check, and are reported by name.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (!isDatabaseError(error) || !violations.has(error.code)) return undefined;
  const { code, constraint, column, table } = error;
  const name = constraint ?? column ?? 'a constraint';
  const ids = [...(error.detail ?? '').matchAll(/\b[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g)].map(([id]) => id);
  const [fact] = ids;
  return {
    code: messages[name] ? name.replaceAll('_', '-') : 'database-constraint',
    severity: 'error',
    message:
      messages[name] ??
      (code === notNullViolation
        ? `The database refused the change: the column ${column} of ${table} has no value. Add the value.`
        : `The database refused the change (constraint ${name}${table ? ` of ${table}` : ''}): a value is not allowed, is already in use or refers to a fact that does not exist. Correct the value.`),
    ...(fact ? { fact } : {}),
  };
}
