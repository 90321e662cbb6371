import { asOfSql, tableSql } from '../compile/scope.ts';
import { type DayText, type Period, parseDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A period in which a state has a code of a scheme, and so belongs to the system of states of this scheme. */
export interface SystemSpell extends Period {
  readonly code: string;
}

/**
 * A state with its spells in a system of states, one for each code of the scheme. A code whose period has an unknown
 * bound gives no spell.
 */
export interface SystemState {
  readonly id: string;
  readonly name: string;
  readonly spells: readonly SystemSpell[];
}

type StateCodeTuple = readonly [
  id: string,
  code: string | null,
  name: string,
  earliest: DayText,
  latest: DayText,
  always: boolean,
];

/** Returns SQL for all states with their codes of the scheme `$2` and the periods of these codes. */
export const systemSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(s.id, x.value, s.name, x.validity_earliest, x.validity_latest, x.validity_edtf IS NULL) ORDER BY x.value, s.id), '[]'::json)
  FROM ${tableSql(scope, 'State')} s LEFT JOIN ${tableSql(scope, 'ExternalCode')} x ON x.of_id = s.id AND x.scheme = $2::text${asOfSql(scope, 'x')}
  WHERE true${asOfSql(scope, 's')}`;

/**
 * Converts the result of `systemSql`: one item per state. A code without a period is always valid. A code whose period
 * has an unknown bound is ignored.
 */
export function readSystem(rows: readonly StateCodeTuple[]): SystemState[] {
  const states = new Map<string, SystemState & { spells: SystemSpell[] }>();
  for (const [id, code, name, earliest, latest, always] of rows) {
    const state = states.get(id) ?? { id, name, spells: [] };
    states.set(id, state);
    if (code === null) continue;
    const [from, to] = [parseDay(earliest), parseDay(latest)];
    if (always) state.spells.push({ code, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    else if (from !== null && to !== null) state.spells.push({ code, from, to });
  }
  return [...states.values()];
}
