/**
 * The id of the system account, under which Chancery merges its own corrections. Its changes do not count as edits by
 * hand. It may approve its own changesets: they ship with a release, which people have reviewed.
 */
export const systemAccountId = 'chancery';
