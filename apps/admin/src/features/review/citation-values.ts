import type { FieldValue, Values } from '@chancery/codebook';
import { locatorWords } from '../evidence/citation.ts';
import type { Names } from './names.ts';

/** Returns the value if it is a text, and an empty string otherwise. */
export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Formats the locator of a citation from its page, paragraph, line, timecode and fragment. Empty if it has none. */
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

/**
 * Returns the Admiralty grade of a citation: the letter for the reliability of the source and the number for the
 * credibility of the information. Null when either is missing.
 */
export function gradeOf({ source, credibility }: Values, { reliability }: Names): string | null {
  const letter = typeof source === 'string' ? reliability[source] : undefined;
  return letter && typeof credibility === 'number' ? `${letter}${credibility}` : null;
}
