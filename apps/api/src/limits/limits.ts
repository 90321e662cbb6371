/** The limits that every call must keep. docs/api.md announces them; errors name the one that was passed. */
export const limits = {
  /** Bytes of a request body. */
  body: { public: 256 * 1024, desk: 4 * 1024 * 1024, importFile: 50 * 1024 * 1024 },
  /** Files of one import. */
  importFiles: 12,
  /** Seconds in which a request must be there, head and body; where the body is a file, the next piece of it. */
  secondsToSend: 10,
  tokens: 2_000,
  /** Levels of fields; edges, node, nodes, pageInfo and at are not counted. */
  depth: 12,
  introspectionDepth: 20,
  /** Aliases and root fields together. */
  aliases: 30,
  directives: 20,
  /** Rows that the pages of one call could hold. */
  rows: 10_000,
  /** Points of one call. */
  points: 1_000,
} as const;
