import { cutText } from '@chancery/codebook';

/** The maximum number of characters of the title of a changeset. */
export const maxTitleLength = 300;
/** The maximum number of characters of a comment on a changeset, or of a reviewer's note on a group of operations. */
export const maxCommentLength = 10_000;
/** The minimum and maximum number of characters of the reason to retire a fact, adopt a claim or waive a citation. */
export const reasonLength = { min: 3, max: 2_000 } as const;
/** The maximum number of fact ids that one field of the desk endpoint accepts. */
export const maxFactsOfRequest = 500;

/** Cuts a text to the maximum length of the title of a changeset, without splitting a surrogate pair. */
export function changesetTitle(text: string): string {
  return cutText(text, maxTitleLength);
}
