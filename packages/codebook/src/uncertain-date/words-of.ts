import type { dateBasis } from '../value-lists/evidence.ts';
import type { Doubt, Doubts, End, ParsedEdtf } from './parse/parsed-edtf.ts';
import { readEdtf } from './parse/read-edtf.ts';
import type { UncertainWord } from './words/doubt-words.ts';
import { intervalWords } from './words/interval-words.ts';
import { pointWords } from './words/point-words.ts';
import { setWords } from './words/set-words.ts';

/** The basis of a date: a value of the codebook's list DateBasis. */
type Basis = keyof typeof dateBasis.values;

function doubtsIn(reading: ParsedEdtf): Doubt[] {
  const ofPoint = (doubts: Doubts): Doubt[] => [doubts.year, doubts.month, doubts.day];
  const ofEnd = (end: End): Doubt[] => (typeof end === 'string' ? [] : ofPoint(end.doubts));
  switch (reading.form) {
    case 'point':
      return ofPoint(reading.point.doubts);
    case 'interval':
      return [...ofEnd(reading.start), ...ofEnd(reading.end)];
    case 'set':
      return reading.members.flatMap(({ from, to }) => [...ofEnd(from), ...ofEnd(to ?? 'unknown')]);
    default:
      return reading satisfies never;
  }
}

function wordsOfReading(reading: ParsedEdtf, uncertain: UncertainWord): string {
  switch (reading.form) {
    case 'point':
      return pointWords(reading.point, uncertain, 'alone');
    case 'interval':
      return intervalWords(reading.start, reading.end, uncertain);
    case 'set':
      return setWords(reading, uncertain);
    default:
      return reading satisfies never;
  }
}

/**
 * Returns a date in plain English: `2 September 2019 (year uncertain)` for `2019?-09-02`. With the basis INFERRED, the
 * word “inferred” replaces “uncertain”; if no part of the date is uncertain, “(inferred)” is added at the end. With the
 * basis EDITOR_KNOWLEDGE, “(editor’s knowledge)” is always added. A text that is not a date is returned unchanged, so
 * that a list with an invalid value can still be shown.
 */
export function wordsOf(edtf: string, basis: Basis | null = null): string {
  const reading = readEdtf(edtf);
  if (!reading.ok) return edtf;
  if (basis === 'EDITOR_KNOWLEDGE') return `${wordsOfReading(reading.value, 'uncertain')} (editor’s knowledge)`;
  if (basis !== 'INFERRED') return wordsOfReading(reading.value, 'uncertain');
  const isWordShown = doubtsIn(reading.value).some((doubt) => doubt === 'uncertain' || doubt === 'both');
  return isWordShown
    ? wordsOfReading(reading.value, 'inferred')
    : `${wordsOfReading(reading.value, 'inferred')} (inferred)`;
}
