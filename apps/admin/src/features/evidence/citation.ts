import type { CitationPartsFragment } from '../../generated/register/graphql.ts';

/** A citation with all that a reader is shown of it. */
export type CitationOutput = CitationPartsFragment;

/** Where in its source a passage stands, in words: `paragraph 5, line 11`. Empty where nobody said. */
export function locatorWords({
  page,
  paragraph,
  line,
  timecode,
  fragment,
}: Pick<CitationOutput, 'page' | 'paragraph' | 'line' | 'timecode' | 'fragment'>): string {
  return [
    page && `page ${page}`,
    paragraph && `paragraph ${paragraph}`,
    line && `line ${line}`,
    timecode && `at ${timecode}`,
    fragment && `#${fragment}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** How many citations support, and how many dispute. */
export function stancesOf(citations: readonly { readonly stance: string }[]): { supports: number; disputes: number } {
  const count = (stance: string) => citations.filter((each) => each.stance === stance).length;
  return { supports: count('SUPPORTS'), disputes: count('DISPUTES') };
}
