// Whether what is recorded for a period holds on a day, from the text of the period alone.
import { factTypeNames, fieldsOf, parseUncertainDate, snakeCase, type TypeName } from '@chancery/codebook';
import type { Thing } from './register-state.ts';
import type { Row } from './stored.ts';

/** One end of a period: the days between which it lies, or that there is none, or that it is not known. */
type End = 'open' | 'unknown' | { readonly from: string; readonly to: string };

function endOf(text: string): End {
  if (text === '..') return 'open';
  const parsed = parseUncertainDate(text);
  if (!parsed.ok || parsed.date.earliest === null || parsed.date.latest === null) return 'unknown';
  return { from: parsed.date.earliest, to: parsed.date.latest };
}

/** The period of a fact, if its type has one: the name of the field. */
export function spellOf(type: TypeName): string | undefined {
  return Object.entries(fieldsOf(type)).find(([, { spell }]) => spell)?.[0];
}

/** The last day on which a source saw something to hold, as the merge has noted it. */
export function attestedUntil(type: TypeName, name: string, row: Row): string | null {
  if (fieldsOf(type)[name]?.spell !== 'LAPSES') return null;
  return (row[`${snakeCase(name)}_attested_until`] ?? null) as string | null;
}

/** How a period reads on a day. */
export function readingOn(type: TypeName, name: string, row: Row, on: string): string {
  const lasts = fieldsOf(type)[name]?.spell === 'LASTS';
  const seen = attestedUntil(type, name, row);
  const isSeen = lasts || (seen !== null && on <= seen);
  const edtf = row[`${snakeCase(name)}_edtf`] as string | null;
  if (edtf === null) {
    const since = row[`${snakeCase(name)}_start_latest`] as string | null;
    if (since === null) return 'UNSTATED';
    if (on < since) return 'POSSIBLE';
    return isSeen ? 'CERTAIN' : 'LAST_RECORDED';
  }
  const [first = '', second] = edtf.split('/');
  if (second === undefined) return readingOfDate(edtf, on, isSeen);
  const [start, end] = [endOf(first), endOf(second)];
  if (start === 'unknown' && end === 'unknown') return 'UNSTATED';
  if (typeof start === 'object' && on < start.from) return 'NO';
  if (typeof end === 'object' && on > end.to) return 'NO';
  const hasStarted = start === 'open' || (start !== 'unknown' && start.to <= on);
  if (!hasStarted) return 'POSSIBLE';
  if (typeof end === 'object') return on <= end.from ? 'CERTAIN' : 'POSSIBLE';
  if (isSeen) return 'CERTAIN';
  return end === 'open' ? 'PRESUMED' : 'LAST_RECORDED';
}

/** A date that is no interval: it starts and ends within itself, and of a set nobody knows which members. */
function readingOfDate(edtf: string, on: string, isSeen: boolean): string {
  const parsed = parseUncertainDate(edtf);
  if (!parsed.ok) throw new Error(`${edtf} is stored, and is no date`);
  const { earliest, latest } = parsed.date;
  if (earliest === null && latest === null) return 'UNSTATED';
  if ((earliest !== null && on < earliest) || (latest !== null && on > latest)) return 'NO';
  if (latest === null || latest > on) return 'POSSIBLE';
  // Here the day is the last that the date may mean.
  if (latest === earliest) return 'CERTAIN';
  return isSeen && latest === 'infinity' ? 'CERTAIN' : 'POSSIBLE';
}

/** How a fact reads on a day, and until when it was seen: the derived fields of every type that has a period. */
export const spellFields: Readonly<Record<string, (thing: Thing, args: Record<string, unknown>) => unknown>> =
  Object.fromEntries(
    factTypeNames.flatMap((type) => {
      const name = spellOf(type);
      if (name === undefined) return [];
      return [
        [
          `${type}.reading`,
          ({ row, state }: Thing, { on }: Record<string, unknown>) =>
            readingOn(type, name, row, (on as string) ?? state.day),
        ],
        [`${type}.attestedUntil`, ({ row }: Thing) => attestedUntil(type, name, row)],
      ];
    }),
  );
