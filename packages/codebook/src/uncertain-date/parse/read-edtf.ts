import { failure, type Outcome, success } from '../outcome.ts';
import { readInterval } from './interval.ts';
import type { ParsedEdtf } from './parsed-edtf.ts';
import { readPoint } from './point.ts';
import { readSet } from './set.ts';
import { type UnsupportedSyntax, unsupportedSyntax } from './unsupported-syntax.ts';

function readForm(text: string): Outcome<ParsedEdtf> {
  if (/[[\]{},]/.test(text)) return readSet(text);
  if (text.includes('/')) return readInterval(text);
  const point = readPoint(text);
  return point.ok ? success({ form: 'point', point: point.value }) : point;
}

/** Returns the problem as a sentence, with the suggestion of what to write if that suggestion parses. */
function explain({ problem, suggestion }: UnsupportedSyntax, depth: number): string {
  const corrected = suggestion === null || depth > 2 ? null : read(suggestion, depth + 1);
  return corrected?.ok ? `${problem}: write “${suggestion}”.` : `${problem}.`;
}

function read(text: string, depth: number): Outcome<ParsedEdtf> {
  const compact = text.trim().replace(/ *([,[\]{}]) */g, '$1');
  const issue = unsupportedSyntax(compact);
  return issue === null ? readForm(compact) : failure(explain(issue, depth));
}

/**
 * Parses a text in EDTF: a single date, an interval or a set. Ignores spaces around the text and around its commas and
 * brackets.
 */
export function readEdtf(text: string): Outcome<ParsedEdtf> {
  return read(text, 0);
}
