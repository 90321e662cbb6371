import { cutText } from '@chancery/codebook';

/** The maximum number of characters of the title of a changeset. */
export const maxTitleLength = 300;
/** The maximum number of characters of a reviewer's comment or note. */
export const maxCommentLength = 10_000;
/** The minimum and maximum number of characters of a reason: for retiring a fact, adopting a claim or waiving a citation. */
export const reasonLength = { min: 3, max: 2_000 } as const;
/** The maximum number of facts that a request to the desk endpoint may name. */
export const maxFactsOfRequest = 500;

/** Returns a text as the title of a changeset, cut to the maximum length. */
export function changesetTitle(text: string): string {
  return cutText(text, maxTitleLength);
}
