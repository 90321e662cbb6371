import { cutText, maxLengths } from '@chancery/codebook';
import type { Importer } from '../../importer.ts';
import type { Line } from '../../line.ts';
import type { SourceRecord } from '../../source-record.ts';
import { manifest } from './manifest.ts';
import { namesOfStates } from './names-of-states.ts';

/** The numbers that the source gives to two exercises each. They are not imported as codes. */
const ambiguous = new Set(['mme3457', 'mme3458', 'mme3460']);

const yes = { 0: false, 1: true };
const domains = { Air: 'AIR', Land: 'LAND', Sea: 'SEA', Amphibious: 'AMPHIBIOUS', Cyber: 'CYBER' };
const focus = { Warfighting: 'WARFIGHTING', Peacekeeping: 'PEACEKEEPING', Humanitarian: 'HUMANITARIAN' };

/** Reads exercises with their series and numbers, then participants. The actor of each participation is given by name. */
export const mme: Importer = {
  manifest,
  begin: () => {
    const seen: Seen = { series: new Set(), starts: new Map(), participants: new Set() };
    return (line) =>
      line.file.includes('participants') ? recordsOfParticipant(line, seen) : recordsOfExercise(line, seen);
  },
};

/** The series, start dates and participants that were read so far. */
interface Seen {
  readonly series: Set<string>;
  /** The start date of each exercise, by row number. */
  readonly starts: Map<string, string>;
  readonly participants: Set<string>;
}

function* recordsOfExercise(line: Line, seen: Seen): Generator<SourceRecord> {
  const row = rowOf(line);
  line.required('MMEID');
  const number = line.matching('MMEID', /^mme\d+$/, 'a number of an exercise, such as mme12') ?? '';
  const series = line.text('Series_Name');
  const description = stated(line, 'FocusDescription');
  const location = stated(line, 'Location');
  const start = line.required('start_iso') && line.partialDay('start_iso');
  const end = line.partialDay('end_iso');
  const runsBackwards = start && end && end < start.slice(0, end.length);
  if (runsBackwards) line.omit('end_iso', `The end ${end} is before the start ${start}, so the end is not imported.`);
  const position = positionOf(line);
  const isCommandPost = line.oneOf('CPX', yes);
  const [inDomains, onFocus] = [flagged(line, domains), flagged(line, focus)];
  if (!start) return;
  seen.starts.set(row, start);

  const place = { file: line.file, line: line.number };
  const seriesKey = `series ${series}`;
  if (series !== '' && !seen.series.has(series)) {
    seen.series.add(series);
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
      name: cutText(stated(line, 'Ex_Name') || series || description || `Exercise at ${location}`, maxLengths.text),
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

function* recordsOfParticipant(line: Line, seen: Seen): Generator<SourceRecord> {
  const row = rowOf(line);
  const name = line.required('participant');
  const start = seen.starts.get(row);
  if (start === undefined) {
    if (row !== '')
      line.report(
        'row_no',
        `No exercise with a valid start has the row number ${row}. Correct the number or that exercise, or check that both files are from the same version.`,
      );
    return;
  }
  const key = `participation ${row} ${name}`;
  if (seen.participants.has(key)) {
    line.omit(
      'participant',
      `${name} is already a participant of the exercise with the row number ${row}, so this line is not imported.`,
    );
    return;
  }
  seen.participants.add(key);
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
  line.required('row_no');
  return line.matching('row_no', /^[1-9]\d*$/, 'a row number, such as 12') ?? '';
}

/** Reads a text. Returns an empty string if the cell is empty or the source marks the text as unknown (-9). */
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
