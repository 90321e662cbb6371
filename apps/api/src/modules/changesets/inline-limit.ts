/**
 * The maximum number of operations that a request submits, merges or checks itself. Larger changesets are submitted and
 * merged in the background, and larger drafts are checked only when they are submitted.
 */
export const inlineLimit = 5_000;
