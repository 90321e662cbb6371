import type { FieldValue, Values } from '@chancery/codebook';
import { locatorWords } from '../evidence/citation.ts';
import type { Names } from './names.ts';

/** A value that is text, or nothing. */
export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Where in its source a citation's passage stands, in words. */
export function citationLocator(values: Values): string {
  const at = (name: string) => textOf(values[name]) || null;
  return locatorWords({
    page: at('page'),
    paragraph: at('paragraph'),
    line: at('line'),
    timecode: at('timecode'),
    fragment: at('fragment'),
  });
}

/** The Admiralty grade of a citation: its source's letter and its information's number. Null where either is missing. */
export function gradeOf({ source, credibility }: Values, { reliability }: Names): string | null {
  const letter = typeof source === 'string' ? reliability[source] : undefined;
  return letter && typeof credibility === 'number' ? `${letter}${credibility}` : null;
}
