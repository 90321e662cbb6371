/** Changesets with more operations are submitted and merged in the background, and their drafts are not checked on view. */
export const inlineLimit = 5_000;
