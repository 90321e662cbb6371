import { expect, test } from '@jest/globals';
import { heapLimit } from '../heap-limits.ts';
import { restartDelays } from './restart-delays.ts';

test('the first restart is immediate, the next ones wait longer, and the fifth death within a minute is the last', () => {
  const delay = restartDelays();
  expect([0, 10_000, 20_000, 30_000, 40_000].map((at) => delay(at))).toEqual([0, 1000, 2000, 4000, undefined]);
});

test('deaths more than a minute ago do not count', () => {
  const delay = restartDelays();
  expect([0, 59_000, 61_000, 200_000].map((at) => delay(at))).toEqual([0, 1000, 1000, 0]);
});

test('heap limits follow the memory of the machine, between a minimum and a maximum', () => {
  expect([1024, 6144, 65_536].map((memory) => heapLimit('api', memory))).toEqual([512, 1536, 1536]);
  expect([1024, 4096, 65_536].map((memory) => heapLimit('admin', memory))).toEqual([256, 512, 1024]);
});
