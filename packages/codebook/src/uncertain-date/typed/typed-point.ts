import { found, type Outcome, refused } from '../outcome.ts';
import { readEdtf } from '../parse/read-edtf.ts';
import { takeMark, takePartMarks, withMark, withPartMarks } from './doubt-marks.ts';
import { monthWithoutYear, namedMonth } from './named-months.ts';
import { dayMonthYearWithPoints, monthAndYear, shortYear, slashed, yearFirst, yearSlash } from './numeric.ts';
import type { PointForm } from './point-form.ts';
import { century, decade, season, shareOfYear, wholeYears } from './units.ts';

const asEdtf: PointForm = (text) => {
  const reading = readEdtf(text);
  return reading.ok && reading.value.form === 'point' ? found(reading.value.point.text) : null;
};

const FORMS: readonly PointForm[] = [
  shortYear,
  asEdtf,
  namedMonth,
  season,
  shareOfYear,
  decade,
  century,
  wholeYears,
  dayMonthYearWithPoints,
  slashed,
  yearFirst,
  monthAndYear,
  yearSlash,
  monthWithoutYear,
];

/** The date in EDTF if the calendar has it, else the parser's sentence. */
function checked(edtf: string): Outcome<string> {
  const reading = readEdtf(edtf);
  return reading.ok ? found(edtf) : reading;
}

function plainPoint(text: string): Outcome<string> | null {
  for (const form of FORMS) {
    const outcome = form(text);
    if (outcome !== null) return outcome.ok ? checked(outcome.value) : refused(outcome.problem);
  }
  return null;
}

/** A single date as somebody types it, with its doubts, in EDTF; null if the text is not of a form that we know. */
export function typedPoint(text: string): Outcome<string> | null {
  const plain = plainPoint(text);
  if (plain !== null) return plain;
  const parts = takePartMarks(text);
  if (parts !== null) {
    const point = plainPoint(parts.rest);
    return point?.ok ? checked(withPartMarks(point.value, parts.marks)) : point;
  }
  const taken = takeMark(text);
  if (taken === null) return null;
  const point = typedPoint(taken.rest);
  return point?.ok ? checked(withMark(point.value, taken.mark)) : point;
}
