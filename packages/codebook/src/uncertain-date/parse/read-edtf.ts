import { found, type Outcome, refused } from '../outcome.ts';
import { type Foreign, foreign } from './foreign.ts';
import { readInterval } from './interval.ts';
import { readPoint } from './point.ts';
import type { Reading } from './reading.ts';
import { readSet } from './set.ts';

function readForm(text: string): Outcome<Reading> {
  if (/[[\]{},]/.test(text)) return readSet(text);
  if (text.includes('/')) return readInterval(text);
  const point = readPoint(text);
  return point.ok ? found({ form: 'point', point: point.value }) : point;
}

/** Says what is foreign, and how to write the text instead if that can be read. */
function explain({ fault, instead }: Foreign, depth: number): string {
  const cured = instead === null || depth > 2 ? null : read(instead, depth + 1);
  return cured?.ok ? `${fault}: write “${instead}”.` : `${fault}.`;
}

function read(text: string, depth: number): Outcome<Reading> {
  const tight = text.trim().replace(/ *([,[\]{}]) */g, '$1');
  const strange = foreign(tight);
  return strange === null ? readForm(tight) : refused(explain(strange, depth));
}

/** Takes a text in EDTF apart: a single date, an interval or a set. Spaces around it and around commas do not count. */
export function readEdtf(text: string): Outcome<Reading> {
  return read(text, 0);
}
