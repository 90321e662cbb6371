import { countedMembershipStatuses, membershipStatus, sqlValues } from '@chancery/codebook';
import { asOfSql, tableSql } from '../compile/scope.ts';
import { belongsSql } from './belongs-sql.ts';
import { type DayText, type Period, parseDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A full or associate membership, with the ids of member and organization. */
export interface MembershipSpell {
  readonly member: string;
  readonly organization: string;
  readonly isFull: boolean;
  /**
   * From the first possible day of the membership, or else its latest start, to its last possible day, or else the last
   * attested day; null if either end is still unknown.
   */
  readonly period: Period | null;
}

type MembershipTuple = readonly [member: string, organization: string, isFull: boolean, from: DayText, to: DayText];

/**
 * Returns SQL for the full and associate memberships that may hold on a day from `$2` to `$3`. `$4` limits them to
 * those of these members, `$5` to those that belong to these sources; null is no limit. A membership whose end is
 * unknown is taken to end on the last day on which it is attested.
 */
export const membershipsSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(m.member_id, m.organization_id, m.status = ${sqlValues(membershipStatus, 'FULL')}, coalesce(m.validity_earliest, m.validity_start_latest), coalesce(m.validity_latest, m.validity_attested_until))), '[]'::json)
  FROM ${tableSql(scope, 'Membership')} m
  WHERE m.status IN (${sqlValues(membershipStatus, ...countedMembershipStatuses)})${asOfSql(scope, 'm')}
    AND coalesce(m.validity_earliest, m.validity_start_latest, '-infinity') <= $3::date AND coalesce(m.validity_latest, m.validity_attested_until, 'infinity') >= $2::date
    AND ($4::text[] IS NULL OR m.member_id = ANY ($4::text[])) AND ${belongsSql(scope, 'm.id', '$5::text[]')}`;

/** Converts the result of `membershipsSql`. */
export function readMemberships(rows: readonly MembershipTuple[]): MembershipSpell[] {
  return rows.map(([member, organization, isFull, from, to]) => ({
    member,
    organization,
    isFull,
    period: periodOf(from, to),
  }));
}

function periodOf(earliest: DayText, latest: DayText): Period | null {
  const [from, to] = [parseDay(earliest), parseDay(latest)];
  return from === null || to === null ? null : { from, to };
}
