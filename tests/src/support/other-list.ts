// A second list of exercises that the register already has, with other spellings and dates, as another publisher might
// give them.
import { Random } from './random.ts';

/** An exercise in a list. */
export interface ListedExercise {
  /** Identifies the exercise within the list. */
  readonly number: string;
  /** Absent if the list only describes the exercise. */
  readonly name?: string;
  /** EDTF: a day, a month or a year. */
  readonly start: string;
  readonly place: string;
  /** ISO 3166-1 alpha-3 codes. */
  readonly participants: readonly string[];
}

const day = 86_400_000;
const isDay = (date: string) => date.length === 10;

/**
 * Returns a copy of a list with names, start dates, places and participants altered at random, and codes in lower case.
 */
export function alteredList(exercises: readonly ListedExercise[], seed: number): ListedExercise[] {
  const random = new Random(seed);
  return exercises.map(({ number, name, start, place, participants }) => {
    const isFewer = participants.length > 4 && random.chance(0.3);
    return {
      number,
      ...(name === undefined ? {} : { name: alterName(name, random) }),
      start: alterStart(start, random),
      place: random.chance(0.3) ? place.toUpperCase() : place,
      participants: (isFewer ? participants.slice(1) : participants).map((code) => code.toLowerCase()),
    };
  });
}

function alterName(name: string, random: Random): string {
  return random.pick([
    () => name.toUpperCase(),
    () => name.toLowerCase(),
    () => name.replaceAll(' ', '-'),
    () => `“${name}”`,
    () => `${name}.`,
    () => `Exercise ${name}`,
    () => `${name} exercise`,
    () => `${name} Maneuvers`,
    () => `Joint ${name}`,
  ])();
}

/**
 * Moves a start by up to 20 days, or drops its day. Keeps a start without a day, and one that would move to another
 * year.
 */
function alterStart(start: string, random: Random): string {
  if (!isDay(start)) return start;
  if (random.chance(0.15)) return start.slice(0, 7);
  const moved = new Date(Date.parse(start) + random.between(-20, 20) * day).toISOString().slice(0, 10);
  return moved.slice(0, 4) === start.slice(0, 4) ? moved : start;
}

/** Returns a list as CSV with a header: a row for each participant, or one row for an exercise without participants. */
export function toCsv(exercises: readonly ListedExercise[]): string {
  const rows = exercises.flatMap(({ number, name, start, place, participants }) => {
    const head = [number, name ?? `Unnamed exercise ${number}`, name ?? '', start, place];
    const all = participants.length === 0 ? [''] : participants;
    return all.map((participant) => [...head, participant].map(cell).join(','));
  });
  return ['no,title,name,start,place,participant', ...rows, ''].join('\n');
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Returns the column mapping for the CSV that `toCsv` returns. `key` is the key of the mapping. */
export function listMapping(key: string): object {
  return {
    key,
    title: `A list of exercises: ${key}`,
    publisher: 'Another publisher',
    version: '1',
    citation: 'Another publisher. 2020. A list of exercises.',
    licence: { terms: 'CC0', republish: true },
    coverage: '1980/2010',
    grade: { reliability: 'C', credibility: 3 },
    file: 'exercises.csv',
    facts: {
      exercise: {
        type: 'Exercise',
        key: ['no'],
        repeats: true,
        values: {
          name: { column: 'title', as: 'text' },
          status: { constant: 'HELD' },
          start: { column: 'start', date: 'EDTF' },
          location: { column: 'place', as: 'text' },
        },
        links: {},
        marks: { names: ['name'] },
      },
      part: {
        type: 'Participation',
        key: ['no', 'participant'],
        where: 'participant',
        repeats: true,
        values: { role: { constant: 'PARTICIPANT' } },
        links: {
          exercise: { fact: 'exercise', key: ['no'] },
          actor: { code: 'ISO_A3', column: 'participant', on: 'start' },
        },
      },
    },
    left: {},
  };
}
