import { failure, type Outcome, success } from '../outcome.ts';
import { readEdtf } from '../parse/read-edtf.ts';
import { monthWithoutYear, namedMonth } from './named-months.ts';
import {
  dayMonthYearWithPoints,
  dayMonthYearWithSlashes,
  monthAndYear,
  shortYear,
  yearAndNumber,
  yearMonthDay,
} from './numeric.ts';
import type { PointForm } from './point-form.ts';
import { takePartQualifiers, takeQualifier, withPartQualifiers, withQualifier } from './qualifiers.ts';
import { century, decade, season, shareOfYear, wholeYears } from './units.ts';

const asEdtf: PointForm = (text) => {
  const reading = readEdtf(text);
  return reading.ok && reading.value.form === 'point' ? success(reading.value.point.text) : null;
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
  dayMonthYearWithSlashes,
  yearMonthDay,
  monthAndYear,
  yearAndNumber,
  monthWithoutYear,
];

/** Returns a date in EDTF unchanged if the parser accepts it, otherwise the problem that the parser reports. */
function checked(edtf: string): Outcome<string> {
  const reading = readEdtf(edtf);
  return reading.ok ? success(edtf) : reading;
}

function plainPoint(text: string): Outcome<string> | null {
  for (const form of FORMS) {
    const outcome = form(text);
    if (outcome !== null) return outcome.ok ? checked(outcome.value) : failure(outcome.problem);
  }
  return null;
}

/** Converts a typed single date with its qualifiers to EDTF; null if the form of the text is not known. */
export function readTypedPoint(text: string): Outcome<string> | null {
  const plain = plainPoint(text);
  if (plain !== null) return plain;
  const parts = takePartQualifiers(text);
  if (parts !== null) {
    const point = plainPoint(parts.rest);
    return point?.ok ? checked(withPartQualifiers(point.value, parts.qualifiers)) : point;
  }
  const taken = takeQualifier(text);
  if (taken === null) return null;
  const point = readTypedPoint(taken.rest);
  return point?.ok ? checked(withQualifier(point.value, taken.qualifier)) : point;
}
