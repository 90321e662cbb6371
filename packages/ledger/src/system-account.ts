/**
 * The id of the account under which Chancery merges its own corrections. What it sets does not count as work by hand, and
 * it approves its own changesets: they come with a release, which people have reviewed.
 */
export const systemAccountId = 'chancery';
