import { texts } from './texts.ts';

/** What the API says of a match of a search. */
export interface Match {
  readonly matchedOn: 'LABEL' | keyof typeof texts.matchedOn;
  readonly matchedText: string;
  readonly fit: string;
}

/**
 * Says which code or name of a record matched a search, and whether its words are only similar to those of the text.
 * Empty if the label has the words.
 */
export function describeMatch({ matchedOn, matchedText, fit }: Match): string {
  const isSimilar = fit === 'SIMILAR';
  if (matchedOn === 'LABEL') return isSimilar ? texts.similar : '';
  const match = texts.matchedOn[matchedOn](matchedText);
  return isSimilar ? texts.similarTo(match) : match;
}
