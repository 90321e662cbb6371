import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';
import { namesOfStates } from './names-of-states.ts';

/** Numbers that stand for two exercises each, and so are no code of either. */
const ambiguous = new Set(['mme3457', 'mme3458', 'mme3460']);

const yes = { 0: false, 1: true };
const domains = { Air: 'AIR', Land: 'LAND', Sea: 'SEA', Amphibious: 'AMPHIBIOUS', Cyber: 'CYBER' };
const focus = { Warfighting: 'WARFIGHTING', Peacekeeping: 'PEACEKEEPING', Humanitarian: 'HUMANITARIAN' };

/** Exercises that were held, in their series, then who took part in them, by name. */
export const mme: Importer = {
  manifest,
  begin: () => {
    const known: Known = { series: new Set(), starts: new Map(), participants: new Set() };
    return (line) =>
      line.file.includes('participants') ? recordsOfParticipant(line, known) : recordsOfExercise(line, known);
  },
};

interface Known {
  readonly series: Set<string>;
  /** By number of row, when the exercise began. */
  readonly starts: Map<string, string>;
  readonly participants: Set<string>;
}

function* recordsOfExercise(line: Line, known: Known): Generator<SourceRecord> {
  const row = rowOf(line);
  line.needed('MMEID');
  const number = line.matching('MMEID', /^mme\d+$/, 'a number of an exercise, such as mme12') ?? '';
  const series = line.text('Series_Name');
  const about = stated(line, 'FocusDescription');
  const location = stated(line, 'Location');
  const start = line.needed('start_iso') && line.partialDay('start_iso');
  const end = line.partialDay('end_iso');
  const runsBackwards = start && end && end < start.slice(0, end.length);
  if (runsBackwards) line.leave('end_iso', `It ends on ${end}, before it begins on ${start}: the end is left out.`);
  const position = positionOf(line);
  const isCommandPost = line.oneOf('CPX', yes);
  const [inDomains, onFocus] = [flagged(line, domains), flagged(line, focus)];
  if (!start) return;
  known.starts.set(row, start);

  const place = { file: line.file, line: line.number };
  const seriesKey = `series ${series}`;
  if (series !== '' && !known.series.has(series)) {
    known.series.add(series);
    yield {
      ...place,
      type: 'ExerciseSeries',
      key: seriesKey,
      values: { name: series },
      links: {},
      marks: { names: [series] },
    };
  }
  const key = `exercise ${row}`;
  yield {
    ...place,
    type: 'Exercise',
    key,
    values: {
      name: (stated(line, 'Ex_Name') || series || about || `Exercise at ${location}`).slice(0, 600),
      status: 'HELD',
      ...(isCommandPost ? { exerciseType: 'COMMAND_POST' } : {}),
      ...(inDomains.length > 0 ? { domains: inDomains } : {}),
      ...(onFocus.length > 0 ? { focus: onFocus } : {}),
      start: { edtf: start, basis: 'STATED' },
      ...(end && !runsBackwards ? { end: { edtf: end, basis: 'STATED' } } : {}),
      ...(location ? { location } : {}),
      ...(position ? { position } : {}),
    },
    links: series === '' ? {} : { series: { record: seriesKey } },
    marks: ambiguous.has(number) ? {} : { codes: [{ scheme: 'MME', value: number }] },
  };
  if (ambiguous.has(number)) return;
  yield {
    ...place,
    type: 'ExternalCode',
    key: `MME ${number}`,
    values: { scheme: 'MME', value: number, status: 'OFFICIAL' },
    links: { of: { record: key } },
  };
}

function* recordsOfParticipant(line: Line, known: Known): Generator<SourceRecord> {
  const row = rowOf(line);
  const name = line.needed('participant');
  const start = known.starts.get(row);
  if (start === undefined) {
    if (row !== '') line.report('row_no', `There is no exercise in row ${row}.`);
    return;
  }
  const key = `participation ${row} ${name}`;
  if (known.participants.has(key)) {
    line.leave('participant', `${name} takes part in the exercise of row ${row} already.`);
    return;
  }
  known.participants.add(key);
  yield {
    file: line.file,
    line: line.number,
    type: 'Participation',
    key,
    values: { role: 'PARTICIPANT' },
    links: {
      exercise: { record: `exercise ${row}` },
      actor: { name: { text: namesOfStates[name] ?? name, on: start } },
    },
  };
}

function rowOf(line: Line): string {
  line.needed('row_no');
  return line.matching('row_no', /^[1-9]\d*$/, 'the number of a row') ?? '';
}

/** A text, or nothing where the source says that it is not known. */
function stated(line: Line, column: string): string {
  const text = line.text(column);
  return text === '-9' ? '' : text;
}

function positionOf(line: Line): { latitude: number; longitude: number } | undefined {
  const latitude = line.decimal('lat', { min: -90, max: 90 });
  const longitude = line.decimal('lon', { min: -180, max: 180 });
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

function flagged(line: Line, columns: Readonly<Record<string, string>>): string[] {
  return Object.entries(columns).flatMap(([column, value]) => (line.oneOf(column, yes) ? [value] : []));
}
