import type { ResultRow } from './rows.ts';

/** Formats the results as a table of plain text, with one line for each row below the heads. */
export function formatTable(rows: readonly ResultRow[]): string {
  const cells = rows.map((row) => [
    row.contestant,
    row.shape,
    row.cached ? 'yes' : 'no',
    String(row.concurrency),
    row.rps.toFixed(row.rps < 100 ? 1 : 0),
    row.p50.toFixed(2),
    row.p99.toFixed(2),
    `${Math.round(row.rss / 1024 / 1024)} MB`,
    row.ratioToLimit.toFixed(2),
    row.ratioToPostgraphile.toFixed(2),
  ]);
  const heads = [
    'contestant',
    'shape',
    'cached',
    'conc.',
    'req/s',
    'p50 ms',
    'p99 ms',
    'RSS',
    'to hand-written',
    'to PostGraphile',
  ];
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    texts.map((text, at) => (at < 3 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ');
  return [line(heads), ...cells.map(line)].join('\n');
}

interface Target {
  readonly label: string;
  readonly actual: number;
  readonly minimum: number;
}

/**
 * Returns the targets for Chancery, each with the measured ratio and its minimum. Leaves out targets for shapes that
 * were not measured.
 */
export function targetsOf(rows: readonly ResultRow[]): Target[] {
  const chancery = (shape: string) =>
    rows.find((row) => row.contestant === 'chancery' && row.shape === shape && !row.cached);
  const targets = [
    ['Q2', 3],
    ['Q3', 3],
    ['Q4', 3],
    ['Q5', 1.6],
  ] as const;
  const reads = targets.flatMap(([shape, minimum]): Target[] => {
    const row = chancery(shape);
    if (!row) return [];
    return [
      { label: `${shape}, rate relative to PostGraphile`, actual: row.ratioToPostgraphile, minimum },
      { label: `${shape}, rate relative to hand-written SQL`, actual: row.ratioToLimit, minimum: 0.9 },
    ];
  });
  const postgraphileRate = rows.find((row) => row.contestant === 'postgraphile' && row.shape === 'Q1')?.rps;
  const cacheHitRate = rows.find((row) => row.contestant === 'chancery' && row.shape === 'Q1' && row.cached)?.rps;
  if (postgraphileRate === undefined || cacheHitRate === undefined) return reads;
  return [
    ...reads,
    { label: 'Q1 from the cache, rate relative to PostGraphile', actual: cacheHitRate / postgraphileRate, minimum: 6 },
  ];
}
