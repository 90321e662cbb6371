import type { Row } from './rows.ts';

/** The table as text, a line a row. */
export function tableOf(rows: readonly Row[]): string {
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
    'to limit',
    'to PostGraphile',
  ];
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const line = (texts: readonly string[]) =>
    texts.map((text, at) => (at < 3 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ');
  return [line(heads), ...cells.map(line)].join('\n');
}

interface Target {
  readonly says: string;
  readonly found: number;
  readonly wanted: number;
}

/** What was promised of Chancery, and what was found. */
export function targetsOf(rows: readonly Row[]): Target[] {
  const chancery = (shape: string) =>
    rows.find((row) => row.contestant === 'chancery' && row.shape === shape && !row.cached);
  const promised = [
    ['Q2', 3],
    ['Q3', 3],
    ['Q4', 3],
    ['Q5', 1.6],
  ] as const;
  const reads = promised.flatMap(([shape, wanted]): Target[] => {
    const row = chancery(shape);
    if (!row) return [];
    return [
      { says: `${shape} to PostGraphile`, found: row.ratioToPostgraphile, wanted },
      { says: `${shape} to hand-written SQL`, found: row.ratioToLimit, wanted: 0.9 },
    ];
  });
  const point = rows.find((row) => row.contestant === 'postgraphile' && row.shape === 'Q1')?.rps;
  const hits = rows.find((row) => row.contestant === 'chancery' && row.shape === 'Q1' && row.cached)?.rps;
  if (point === undefined || hits === undefined) return reads;
  return [...reads, { says: 'cache hits to PostGraphile’s Q1', found: hits / point, wanted: 6 }];
}
