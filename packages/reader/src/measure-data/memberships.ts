import { stood, tableIn } from '../compile/scope.ts';
import { type Coverage, coverageSql, readCoverage } from './coverage.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A membership with its standing, and its period where both bounds are known. */
export interface HeldMembership {
  readonly member: string;
  readonly organization: string;
  readonly isFull: boolean;
  /** Null where it is not known from when to when it holds. */
  readonly period: Period | null;
}

/** Memberships, full and associate. */
export interface Memberships {
  readonly coverage: Coverage;
  readonly held: readonly HeldMembership[];
}

type Row = readonly [
  member: string,
  organization: string,
  isFull: boolean,
  from: WrittenDay,
  to: WrittenDay,
  asOfFrom: WrittenDay,
  asOfTo: WrittenDay,
];

/**
 * SQL for full and associate memberships that may hold on a day from `$2` to `$3`: of all, or of those in `$4`; in all
 * organizations, or only in those that have a code of the scheme `$5`.
 */
export const membershipsSql: BodySql = (scope) => {
  const counted = `${tableIn(scope, 'Membership')} m WHERE m.status IN ('FULL', 'ASSOCIATE')
    AND ($5::text IS NULL OR m.organization_id IN (SELECT x.of_id FROM ${tableIn(scope, 'ExternalCode')} x WHERE x.scheme = $5::text${stood(scope, 'x')}))${stood(scope, 'm')}`;
  return `SELECT json_build_array(
    ${coverageSql(counted, ['m.validity_earliest', 'm.validity_latest', 'm.as_of_earliest'])},
    (SELECT coalesce(json_agg(json_build_array(m.member_id, m.organization_id, m.status = 'FULL', m.validity_earliest, m.validity_latest, m.as_of_earliest, m.as_of_latest)), '[]'::json)
     FROM ${counted} AND coalesce(m.validity_earliest, '-infinity') <= $3::date AND coalesce(m.validity_latest, 'infinity') >= $2::date
       AND ($4::text[] IS NULL OR m.member_id = ANY ($4::text[]))))`;
};

/** Reads memberships. A time at which one is known to hold stands for a period that is not stated. */
export function readMemberships([coverage, rows]: readonly [
  readonly [number | null, number | null],
  readonly Row[],
]): Memberships {
  return {
    coverage: readCoverage(coverage),
    held: rows.map(([member, organization, isFull, from, to, asOfFrom, asOfTo]) => ({
      member,
      organization,
      isFull,
      period: periodOf(from, to) ?? periodOf(asOfFrom, asOfTo),
    })),
  };
}

function periodOf(earliest: WrittenDay, latest: WrittenDay): Period | null {
  const [from, to] = [dayOf(earliest), dayOf(latest)];
  return from === null || to === null ? null : { from, to };
}
