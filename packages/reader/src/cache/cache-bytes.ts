const mebibyte = 1024 * 1024;

/**
 * The maximum bytes of each cache of the reader, by estimate. Every reader has its own plans, and every pool its own
 * statements; the other caches exist once in a process. docs/operating.md lists all caches of the API with their sum.
 */
export const cacheBytes = {
  /** Compiled plans of one reader, with their statements. */
  plans: 32 * mebibyte,
  /** Texts of statements: those that have a name, and those that are counted until they earn one. */
  statements: 2 * mebibyte,
  /** Rows of states and organizations. */
  inMemoryRows: 32 * mebibyte,
  /** JSON that was written from in-memory rows. */
  inMemoryTexts: 32 * mebibyte,
  /** Data from which statistics are computed, in all threads that compute them together. */
  measureData: 48 * mebibyte,
  /** The wording of uncertain dates. */
  dateWords: 4 * mebibyte,
} as const;
