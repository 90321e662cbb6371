/** Limits on every request. docs/api.md documents them; an error names the limit that was exceeded. */
export const limits = {
  /** Maximum bytes of a request body. `small` applies to all other routes, such as sign-in. */
  body: { public: 256 * 1024, desk: 4 * 1024 * 1024, importFile: 50 * 1024 * 1024, small: 16 * 1024 },
  /** Maximum number of files in one import. */
  importFiles: 12,
  /** Seconds within which a request must arrive, headers and body. For a file upload: within which the next chunk must arrive. */
  secondsToSend: 10,
  tokens: 2_000,
  /** Levels of fields; edges, node, nodes, pageInfo and at are not counted. */
  depth: 12,
  introspectionDepth: 20,
  /** Aliases and root fields, added together. */
  aliases: 30,
  directives: 20,
  /** Rows that the pages of one operation could hold. */
  rows: 10_000,
  /** Points that one operation may cost. */
  points: 1_000,
  /** Years of a measure that one request may ask for. */
  years: 300,
  /** States that one ranking by a measure may list. */
  partners: 300,
} as const;
