import { maxCommentLength } from '@chancery/changesets';

const MB = 1024 * 1024;

/** Limits on requests. docs/api.md documents them; an error names the limit that was exceeded. */
export const limits = {
  /**
   * Maximum bytes of a request body, by route. `small` applies to routes without a limit of their own, such as sign-in.
   */
  body: { public: 256 * 1024, desk: 4 * 1024 * 1024, importFile: 50 * 1024 * 1024, small: 16 * 1024 },
  /** Maximum number of files in one import. */
  importFiles: 12,
  /**
   * Maximum bytes of the files of imports that are stored or being uploaded: of one user, and of all. Files of imports
   * whose changeset is merged do not count, because they are kept.
   */
  importStorage: { perUser: 500 * MB, inAll: 5 * 1024 * MB },
  /** Days without activity after which an import that is not written expires: its files and rows are deleted. */
  importDays: 30,
  /**
   * Maximum number of uploads at the same time in one process, of one user and in all, and the seconds after which an
   * upload is ended even if it still arrives.
   */
  uploads: { perUser: 4, inAll: 24, seconds: 3_600 },
  /**
   * How much text an import file may have, in bytes, and its maximum ratio to the bytes of its archive, which counts for
   * texts longer than `ratioFrom`. Published data sets have ratios up to 11.
   */
  importText: { bytes: 512 * MB, ratio: 100, ratioFrom: 16 * MB },
  /**
   * What is read of an import file to show its columns and its first rows: at most so many bytes of the file and of its
   * text, in a thread with so many megabytes of memory and so many seconds.
   */
  fileHead: { fileBytes: 4 * MB, textBytes: 4 * MB, heapMb: 64, seconds: 15 },
  /** How many different texts, of how many characters, a column may have for them to be listed with their counts. */
  columnValues: { texts: 100, textLength: 100 },
  /** Seconds within which a request must arrive with its body or, for an upload, each next chunk of the file. */
  secondsToSend: 10,
  /** Seconds within which a server that stops finishes the requests in progress. The launcher kills it 5 seconds later. */
  secondsToDrain: 25,
  /**
   * How wrong passwords delay further attempts: from the failure after `free`, by 1, 2, 4 … seconds, at most `longest`.
   * `pair` counts an account at one address or known device, `account` an account from all other devices, `address` an
   * address with any account. A count is forgotten `forgetAfter` seconds after the last failure. At most `waiting`
   * attempts wait for the check of an earlier one with the same account or address.
   */
  passwordFailures: {
    pair: { free: 5, longest: 15 * 60 },
    account: { free: 25, longest: 10 },
    address: { free: 25, longest: 60 },
    forgetAfter: 3_600,
    waiting: 100,
  },
  /** Seconds for which links with which users set their password work. */
  passwordLinks: { INVITATION: 7 * 24 * 3_600, RESET: 24 * 3_600 },
  tokens: 2_000,
  /** Maximum number of nested levels of fields; edges, node, nodes, pageInfo and at are not counted. */
  depth: 12,
  introspectionDepth: 20,
  /** Maximum number of aliases and root fields together, in one document. */
  aliases: 30,
  directives: 20,
  /** Maximum number of nested levels of objects and lists in variables, and in the values of a document. */
  inputDepth: 30,
  /** Maximum number of objects in the variables of a query. */
  inputObjects: 2_000,
  /**
   * Limits of one operation on what it asks of the compiler of the reader, which `ReadLimits` explains. They keep the
   * largest statement at a few hundred thousand characters.
   */
  read: { conditions: 100, listValues: 2_000, fields: 4_000 },
  /** Maximum number of rows that the pages of one operation could hold. */
  rows: 10_000,
  /** Maximum cost of one operation, in points. */
  points: 1_000,
  /**
   * Operations of the public endpoint that cost more than `points`: how many run at once and how many wait, of all clients
   * together, and for how long.
   */
  costlyReads: { points: 100, atOnce: 4, waiting: 200, secondsToWait: 5 },
  /**
   * Maximum bytes of the caches of the API itself, by estimate: response bodies in all, and parsed documents of each
   * endpoint. `cacheBytes` of the reader has the others; docs/operating.md has all of them with their sum.
   */
  cacheBytes: { responses: 32 * 1024 * 1024, documents: 16 * 1024 * 1024 },
  /**
   * Maximum number of characters of a text in the arguments of a desk operation, where no smaller limit applies. Values
   * of facts have their own limits, in the codebook.
   */
  textLength: maxCommentLength,
  /** The part of an operation's text that counts as one point of its network address, unless the response is cached. */
  charactersPerPoint: 1_024,
  /** Requests of more characters than this are parsed one in each round of the event loop. */
  longRequest: 16_384,
  /**
   * Points of a network address that requests cost which are not operations: one that computes a password hash, and
   * each year of a measure file, up to the points of one operation.
   */
  pointsOf: { passwordHash: 100, measureYear: 300 },
  /** Maximum number of years of a measure in one request. */
  years: 300,
  /** Maximum number of states that a ranking by a measure lists. */
  partners: 300,
  /**
   * The computation of statistics in worker threads. A thread may use `heapMb` before it is replaced.
   * `cacheBytes` of the reader limits the data that all of them cache.
   */
  statistics: {
    minThreads: 2,
    maxThreads: 4,
    /** Maximum number of computations that wait for a thread. */
    waiting: 200,
    /** Seconds that a request waits for a thread, and that the next part of a file that is being sent waits for one. */
    secondsToWait: 5,
    secondsToWaitForNextPart: 60,
    /** Seconds that a computation may take. After that its thread is replaced. */
    secondsToCompute: 30,
    /** Seconds that a thread may take to start. */
    secondsToStart: 60,
    /** Maximum bytes of cached results. */
    resultBytes: 16 * 1024 * 1024,
    /** Maximum connections of each thread to the database. */
    connections: 2,
    /** Maximum size of the heap of each thread, in MiB: its old and its young generation. */
    heapMb: { old: 112, young: 12 },
    /** Seconds after which an idle thread ends. */
    secondsIdle: 300,
  },
  /**
   * The sending of measure files. While `files` are being sent, another ends the one whose client has not read for the
   * longest time, if that is at least `secondsToMakeRoom`. A client that reads nothing for `secondsToRead` is cut off.
   */
  sending: { files: 16, secondsToMakeRoom: 1, secondsToRead: 30 },
} as const;
