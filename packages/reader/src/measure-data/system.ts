import { stood, tableIn } from '../compile/scope.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A period in which a number of a system stands for a state. */
export interface Spell extends Period {
  readonly code: string;
}

/** A state, with the spells of its numbers in a system; it has none where it was never in it. */
export interface SystemState {
  readonly id: string;
  readonly name: string;
  readonly spells: readonly Spell[];
}

type Row = readonly [
  id: string,
  code: string | null,
  name: string,
  earliest: WrittenDay,
  latest: WrittenDay,
  always: boolean,
];

/** SQL for all states with their numbers in a system (`$2`: the scheme of the numbers) and the periods of these. */
export const systemSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(s.id, x.value, s.name, x.validity_earliest, x.validity_latest, x.validity_edtf IS NULL) ORDER BY x.value, s.id), '[]'::json)
  FROM ${tableIn(scope, 'State')} s LEFT JOIN ${tableIn(scope, 'ExternalCode')} x ON x.of_id = s.id AND x.scheme = $2::text${stood(scope, 'x')}
  WHERE true${stood(scope, 's')}`;

/** All states. A code without a period always counts; one of unknown bounds does not. */
export function readSystem(rows: readonly Row[]): SystemState[] {
  const states = new Map<string, SystemState & { spells: Spell[] }>();
  for (const [id, code, name, earliest, latest, always] of rows) {
    const state = states.get(id) ?? { id, name, spells: [] };
    states.set(id, state);
    if (code === null) continue;
    const [from, to] = [dayOf(earliest), dayOf(latest)];
    if (always) state.spells.push({ code, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    else if (from !== null && to !== null) state.spells.push({ code, from, to });
  }
  return [...states.values()];
}
