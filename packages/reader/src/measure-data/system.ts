import { stood, tableIn } from '../compile/scope.ts';
import { dayOf, type Period, type WrittenDay } from './day.ts';
import type { BodySql } from './read-at.ts';

/** A period in which a number of a system stands for a state. */
export interface Spell extends Period {
  readonly code: string;
}

/** A state of a system, with the spells of its numbers in it. */
export interface SystemState {
  readonly id: string;
  readonly name: string;
  readonly spells: readonly Spell[];
}

type Row = readonly [id: string, code: string, name: string, earliest: WrittenDay, latest: WrittenDay, always: boolean];

/** SQL for the states of a system (`$2`: the scheme of its numbers) with the periods of their codes. */
export const systemSql: BodySql = (scope) => `
  SELECT coalesce(json_agg(json_build_array(x.of_id, x.value, s.name, x.validity_earliest, x.validity_latest, x.validity_edtf IS NULL) ORDER BY x.value, x.of_id), '[]'::json)
  FROM ${tableIn(scope, 'ExternalCode')} x JOIN ${tableIn(scope, 'State')} s ON s.id = x.of_id${stood(scope, 's')}
  WHERE x.scheme = $2::text${stood(scope, 'x')}`;

/** The states of a system. A code without a period always stands; one of unknown bounds does not count. */
export function readSystem(rows: readonly Row[]): SystemState[] {
  const states = new Map<string, SystemState & { spells: Spell[] }>();
  for (const [id, code, name, earliest, latest, always] of rows) {
    const state = states.get(id) ?? { id, name, spells: [] };
    states.set(id, state);
    const [from, to] = [dayOf(earliest), dayOf(latest)];
    if (always) state.spells.push({ code, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    else if (from !== null && to !== null) state.spells.push({ code, from, to });
  }
  return [...states.values()];
}
