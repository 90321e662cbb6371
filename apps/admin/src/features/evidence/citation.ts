import type { CitationPartsFragment } from '../../generated/register/graphql.ts';
import { texts } from './texts.tsx';

/** A citation as public pages query it. */
export type CitationOutput = CitationPartsFragment;

/** Returns the locator of a citation in words: `paragraph 5, line 11`. Returns an empty text if it has no locator. */
export function locatorWords({
  page,
  paragraph,
  line,
  timecode,
  fragment,
}: Pick<CitationOutput, 'page' | 'paragraph' | 'line' | 'timecode' | 'fragment'>): string {
  return [
    page && texts.locator.page(page),
    paragraph && texts.locator.paragraph(paragraph),
    line && texts.locator.line(line),
    timecode && texts.locator.timecode(timecode),
    fragment && `#${fragment}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/**
 * Counts the citations that support a fact and those that dispute it. Citations that only mention it are not counted.
 */
export function countStances(citations: readonly { readonly stance: string }[]): {
  supports: number;
  disputes: number;
} {
  const count = (stance: string) => citations.filter((citation) => citation.stance === stance).length;
  return { supports: count('SUPPORTS'), disputes: count('DISPUTES') };
}
