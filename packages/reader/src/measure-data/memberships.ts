import { stood, tableIn } from '../compile/scope.ts';
import { belongsSql } from './belonging.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A membership with its standing, and the days on which it is known to hold. */
export interface MembershipSpell {
  readonly member: string;
  readonly organization: string;
  readonly isFull: boolean;
  /** Null where it is not known from when to when it holds. */
  readonly period: Period | null;
}

type Row = readonly [member: string, organization: string, isFull: boolean, from: WrittenDay, to: WrittenDay];

/**
 * SQL for full and associate memberships that may hold on a day from `$2` to `$3`: of all, or of those in `$4`; all, or
 * only those that belong to the sources `$5`. One without a stated end holds as long as it is attested.
 */
export const membershipsSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(m.member_id, m.organization_id, m.status = 'FULL', coalesce(m.validity_earliest, m.validity_start_latest), coalesce(m.validity_latest, m.validity_attested_until))), '[]'::json)
  FROM ${tableIn(scope, 'Membership')} m
  WHERE m.status IN ('FULL', 'ASSOCIATE')${stood(scope, 'm')}
    AND coalesce(m.validity_earliest, m.validity_start_latest, '-infinity') <= $3::date AND coalesce(m.validity_latest, m.validity_attested_until, 'infinity') >= $2::date
    AND ($4::text[] IS NULL OR m.member_id = ANY ($4::text[])) AND ${belongsSql(scope, 'm.id', '$5::text[]')}`;

/** Reads memberships. */
export function readMemberships(rows: readonly Row[]): MembershipSpell[] {
  return rows.map(([member, organization, isFull, from, to]) => ({
    member,
    organization,
    isFull,
    period: periodOf(from, to),
  }));
}

function periodOf(earliest: WrittenDay, latest: WrittenDay): Period | null {
  const [from, to] = [dayOf(earliest), dayOf(latest)];
  return from === null || to === null ? null : { from, to };
}
