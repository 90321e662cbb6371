import { cutText } from '@chancery/codebook';

/** The maximum number of characters of the title of a changeset. */
export const maxTitleLength = 300;
/** The maximum number of characters of a reviewer's comment or note. */
export const maxCommentLength = 10_000;
/** The number of characters of the reason for retiring a fact or for a field without a citation. */
export const reasonLength = { min: 3, max: 2_000 } as const;
/** The maximum number of facts that a request to the desk endpoint may name. */
export const maxFactsOfRequest = 500;

/** Cuts a text to the length of the title of a changeset. */
export function changesetTitle(text: string): string {
  return cutText(text, maxTitleLength);
}
