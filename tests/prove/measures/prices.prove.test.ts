// Compares prices with the time that operations take, relative to plain reads on the same machine at the same time, on
// published data. Statistics run in threads of a lower priority: on a busy machine they take longer than their prices say.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  filteredReads,
  largeReads,
  otherReads,
  type PricedOperation,
  plainReads,
  smallestRequest,
  statistics,
} from '../../bench/src/prices/priced-operations.ts';
import { type TimedOperation, timeOperations } from '../../bench/src/prices/time-operations.ts';
import { type DataRegister, insertSources, openDataRegister } from './data-register.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
/** The factor by which time and price may differ. */
const factor = 4;
const runs = 7;

let register: DataRegister;
beforeAll(async () => {
  const insert = insertSources('cow-states', 'unga', 'cow-igo', 'cow-alliances', 'mme');
  register = await openDataRegister(async (desk, log) => {
    await insert(desk, log);
    // Statistics of a withheld data set take no time.
    await desk.owner.query('UPDATE ledger.head SET shows_withheld = true');
    await desk.owner.query('VACUUM ANALYZE');
  }, say);
});
afterAll(() => register?.close());

/** How many times as long as its price says an operation takes. */
type Rated = TimedOperation & { readonly ratio: number };

it(`operations take as long as their prices say, within a factor of ${factor}`, async () => {
  const operations: readonly PricedOperation[] = [
    smallestRequest,
    ...plainReads,
    ...otherReads,
    ...filteredReads,
    ...statistics,
    ...largeReads,
  ];
  // The first run starts the threads and compiles the operations.
  await timeOperations(operations, register.ask, { from: runs, to: runs + 1 });
  const [smallest, ...timed] = await timeOperations(operations, register.ask, { to: runs });
  if (!smallest) throw new Error('nothing was timed');
  const plain = timed.slice(0, plainReads.length);
  const sumOf = (of: (operation: TimedOperation) => number) => plain.reduce((sum, each) => sum + of(each), 0);
  const timeOfPoint = sumOf(({ milliseconds }) => milliseconds) / sumOf(({ points }) => points);
  say(
    `the smallest request takes ${smallest.milliseconds.toFixed(1)} ms, a point of plain reads ${timeOfPoint.toFixed(2)} ms`,
  );
  const rated = timed.map((operation): Rated => {
    // A request takes some time however little it costs. Limits count it as a request.
    const expected = Math.max(smallest.milliseconds, operation.points * timeOfPoint);
    const ratio = operation.milliseconds / expected;
    const { description, points, milliseconds } = operation;
    say(`${description}: ${points} points, ${milliseconds.toFixed(1)} ms, ${ratio.toFixed(2)} times its price`);
    return { ...operation, ratio };
  });
  const slow = rated.filter(({ ratio }) => ratio > factor);
  const large = new Set(largeReads.map(({ description }) => description));
  const fast = rated.filter(({ ratio, description }) => ratio < 1 / factor && !large.has(description));
  expect({ slow, fast }).toEqual({ slow: [], fast: [] });
});
