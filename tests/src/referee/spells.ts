// The reading of a spell on a day, computed from its EDTF text.
import { factTypeNames, fieldsOf, parseUncertainDate, snakeCase, type TypeName } from '@chancery/codebook';
import type { RegisterNode } from './register-state.ts';
import type { Row } from './stored.ts';

/** One end of a period: the days between which it lies, `open` if there is none, or `unknown`. */
type End = 'open' | 'unknown' | { readonly from: string; readonly to: string };

function endOf(text: string): End {
  if (text === '..') return 'open';
  const parsed = parseUncertainDate(text);
  if (!parsed.ok || parsed.date.earliest === null || parsed.date.latest === null) return 'unknown';
  return { from: parsed.date.earliest, to: parsed.date.latest };
}

/** Returns the name of the spell field of a type, or `undefined` if it has none. */
export function spellFieldOf(type: TypeName): string | undefined {
  return Object.entries(fieldsOf(type)).find(([, { spell }]) => spell)?.[0];
}

/**
 * Returns the last attested day of a spell, which the merge has stored; null if there is none or the spell cannot
 * lapse.
 */
export function attestedUntil(type: TypeName, name: string, row: Row): string | null {
  if (fieldsOf(type)[name]?.spell !== 'LAPSES') return null;
  return (row[`${snakeCase(name)}_attested_until`] ?? null) as string | null;
}

/**
 * Returns the reading of a spell on a day, such as `CERTAIN`. `name` is the spell field, and `row` the row of its fact.
 */
export function readingOn(type: TypeName, name: string, row: Row, on: string): string {
  const isLasting = fieldsOf(type)[name]?.spell === 'LASTS';
  const attested = attestedUntil(type, name, row);
  const isAttested = isLasting || (attested !== null && on <= attested);
  const edtf = row[`${snakeCase(name)}_edtf`] as string | null;
  if (edtf === null) {
    const since = row[`${snakeCase(name)}_start_latest`] as string | null;
    if (since === null) return 'UNSTATED';
    if (on < since) return 'POSSIBLE';
    return isAttested ? 'CERTAIN' : 'LAST_RECORDED';
  }
  const [first = '', second] = edtf.split('/');
  if (second === undefined) return readingOfDate(edtf, on, isAttested);
  const [start, end] = [endOf(first), endOf(second)];
  if (start === 'unknown' && end === 'unknown') return 'UNSTATED';
  if (typeof start === 'object' && on < start.from) return 'NO';
  if (typeof end === 'object' && on > end.to) return 'NO';
  const hasStarted = start === 'open' || (start !== 'unknown' && start.to <= on);
  if (!hasStarted) return 'POSSIBLE';
  if (typeof end === 'object') return on <= end.from ? 'CERTAIN' : 'POSSIBLE';
  if (isAttested) return 'CERTAIN';
  return end === 'open' ? 'PRESUMED' : 'LAST_RECORDED';
}

/**
 * Returns the reading of a date that is not an interval: the start and the end of the spell lie within it. A set may
 * mean any of its members.
 */
function readingOfDate(edtf: string, on: string, isAttested: boolean): string {
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(`the stored text ${edtf} is not a date`);
  const { earliest, latest } = parsed.date;
  if (earliest === null && latest === null) return 'UNSTATED';
  if ((earliest !== null && on < earliest) || (latest !== null && on > latest)) return 'NO';
  if (latest === null || latest > on) return 'POSSIBLE';
  // The day equals `latest` here.
  if (latest === earliest) return 'CERTAIN';
  return isAttested && latest === 'infinity' ? 'CERTAIN' : 'POSSIBLE';
}

/** The computed fields `reading` and `attestedUntil` of every type with a spell. */
export const spellFields: Readonly<Record<string, (node: RegisterNode, args: Record<string, unknown>) => unknown>> =
  Object.fromEntries(
    factTypeNames.flatMap((type) => {
      const name = spellFieldOf(type);
      if (name === undefined) return [];
      return [
        [
          `${type}.reading`,
          ({ row, state }: RegisterNode, { on }: Record<string, unknown>) =>
            readingOn(type, name, row, (on as string) ?? state.day),
        ],
        [`${type}.attestedUntil`, ({ row }: RegisterNode) => attestedUntil(type, name, row)],
      ];
    }),
  );
