// Floods of all kinds beside one polite client, on all published data. FULL_DATA_HOME may name a data folder to keep,
// SIEGE_SECONDS the length of each flood, SIEGE_KINDS a regular expression of the kinds.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAt } from '../../src/support/api.ts';
import { fullData } from '../support/full-data.ts';
import { Installation } from '../support/installation.ts';
import { memoryOf } from '../support/memory-of.ts';
import { type OrdinaryOperation, ordinaryOperations, variablesOf } from '../support/ordinary-operations.ts';
import type { Target } from './flood.ts';
import type { FloodOrder, FloodResult } from './flood-process.ts';
import { floods } from './floods.ts';

const seconds = Number(process.env.SIEGE_SECONDS ?? 60);
const kinds = floods.filter(({ name }) => new RegExp(process.env.SIEGE_KINDS ?? '').test(name));
const connections = 50;
const maxP95 = 250;
const maxGrowth = 300;
const maxSecondGrowth = 50;
const say = (line: string) => process.stdout.write(`${line}\n`);

let chancery: Installation;
let removeData: () => void = () => undefined;
let target: Target;
let operations: readonly OrdinaryOperation[];
let memoryNow: { before: number; after: number };

beforeAll(async () => {
  const data = await fullData(say);
  removeData = data.remove;
  chancery = await Installation.create({}, { home: data.home, demo: false });
  await chancery.start();
  const api = `http://127.0.0.1:${chancery.apiPort}`;
  const origin = `http://localhost:${chancery.port}`;
  const ask = askAt(`${api}/graphql`);
  const { states } = (await ask('{ states(first: 100) { nodes { id } } }')).data as unknown as {
    states: { nodes: { id: string }[] };
  };
  const cookie = await chancery.signIn(data.people[0]);
  target = {
    ...{ api, origin, cookie, email: data.people[1].email, states: states.nodes.map(({ id }) => id) },
    admin: `http://127.0.0.1:${chancery.port}`,
  };
  operations = await ordinaryOperations(ask);
}, 3_600_000);
afterAll(async () => {
  await chancery?.close();
  removeData();
});

interface Measured {
  /** The times of answers in milliseconds, sorted. */
  readonly times: number[];
  readonly refused: number;
  readonly errors: string[];
}

/** Asks ordinary operations one after the other, with a short pause after each, until `flood` ends. */
async function bePolite(isOver: () => boolean): Promise<Measured> {
  const times: number[] = [];
  const errors: string[] = [];
  let refused = 0;
  for (let at = 0; !isOver(); at += 1) {
    const asked = operations[at % operations.length];
    if (!asked) break;
    const began = performance.now();
    try {
      const {
        status,
        text: body,
        errors: found,
      } = await askAt(`${target.api}/graphql`)(
        asked.query,
        variablesOf(asked, (values) => values[at % values.length]),
      );
      times.push(performance.now() - began);
      if (status === 429 || status === 503) refused += 1;
      if (status !== 200 || found.length > 0) errors.push(`${asked.name}: ${status} ${body.slice(0, 200)}`);
    } catch (error) {
      errors.push(`${asked.name}: ${error}`);
    }
    await sleep(50);
  }
  return { times: times.sort((a, b) => a - b), refused, errors };
}

/** Returns the longest time that /readyz took, in milliseconds. A failure counts as infinite. */
async function watchReadiness(isOver: () => boolean): Promise<number> {
  let longest = 0;
  while (!isOver()) {
    const began = performance.now();
    try {
      const { ok } = await fetch(`${target.api}/readyz`, { signal: AbortSignal.timeout(10_000) });
      longest = Math.max(longest, ok ? performance.now() - began : Number.POSITIVE_INFINITY);
    } catch {
      // No answer in time, or a cut connection.
      longest = Number.POSITIVE_INFINITY;
    }
    await sleep(250);
  }
  return longest;
}

async function runFlood(order: FloodOrder): Promise<FloodResult> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', join(import.meta.dirname, 'flood-process.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(await text(child.stdout)) as FloodResult;
}

const isTyped = (outcome: string) =>
  ['200', '201', '400', '401', '404', '408', '409', '413', '429', '503', '507'].includes(outcome);
const percentile = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

/** Runs one flood beside the polite client, and prints and returns what happened. */
async function siege(flood: string, addresses: readonly string[]) {
  let isOver = false;
  const before = memoryOf(chancery.apiPid);
  const [result, polite, readiness] = await Promise.all([
    runFlood({ flood, target, seconds, connections, addresses }).finally(() => {
      isOver = true;
    }),
    bePolite(() => isOver),
    watchReadiness(() => isOver),
  ]);
  const after = memoryOf(chancery.apiPid);
  memoryNow.after = after;
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => Math.round(percentile(polite.times, Math.min(share, 0.9999))));
  const answers = Object.entries(result).map(([outcome, number]) => `${number} × ${outcome}`);
  say(
    `${flood}: ${answers.join(', ')}; polite ${polite.times.length} asked, p50 ${p50}, p95 ${p95}, max ${max} ms, ${polite.errors.length} errors; /readyz at most ${Math.round(readiness)} ms; ${Math.round(before)} → ${Math.round(after)} MiB`,
  );
  for (const error of polite.errors.slice(0, 3)) say(`  ${error}`);
  // The supervisor replaces a process that has died or hangs.
  expect(chancery.output).not.toContain('Restarting');
  return { result, polite, readiness, p95 };
}

const neighbours = Array.from({ length: connections }, (_, at) => `127.0.0.${2 + at}`);

describe.each([
  { of: 'other addresses', addresses: neighbours, isNeighbour: true, maxGrown: maxGrowth },
  { of: 'the address of the polite client', addresses: ['127.0.0.1'], isNeighbour: false, maxGrown: maxSecondGrowth },
])('from $of', ({ addresses, isNeighbour, maxGrown }) => {
  beforeAll(async () => {
    // Caches are filled, and threads are started, by ordinary use, too.
    await Promise.all([bePoliteFor(10_000), ordinaryStatistics()]);
    memoryNow = { before: memoryOf(chancery.apiPid), after: 0 };
  }, 60_000);

  it.each(kinds.map(({ name }) => name))(
    '%s',
    async (kind) => {
      const { result, polite, readiness, p95 } = await siege(kind, addresses);
      expect(Object.keys(result).filter((outcome) => !isTyped(outcome) && !/^(cut|held)/.test(outcome))).toEqual([]);
      expect(readiness).toBeLessThanOrEqual(1_000);
      if (!isNeighbour) return;
      expect(polite.errors).toEqual([]);
      expect(polite.times.length).toBeGreaterThan(0);
      expect(p95).toBeLessThanOrEqual(maxP95);
    },
    600_000,
  );

  it('memory does not grow', () => {
    const { before, after } = memoryNow;
    say(`${Math.round(before)} MiB before, ${Math.round(after)} MiB after all floods`);
    expect(after - before).toBeLessThanOrEqual(maxGrown);
  });
});

async function bePoliteFor(time: number): Promise<void> {
  const end = Date.now() + time;
  await bePolite(() => Date.now() > end);
}

/** Asks for a few statistics at the same time, as one page of two states does. */
async function ordinaryStatistics(): Promise<void> {
  const [a, b] = target.states;
  const series = (measure: string) =>
    `query ($a: ID!, $b: ID!) { dyad(a: { id: $a }, b: { id: $b }) { series(measure: ${measure}, from: 1946, to: 2014) { points { value } } } }`;
  const answers = await Promise.all(
    ['VOTES_KAPPA', 'JOINT_MEMBERSHIPS', 'ALLIANCES_S'].map((measure) =>
      askAt(`${target.api}/graphql`)(series(measure), { a, b }),
    ),
  );
  for (const { text: body, errors } of answers) if (errors.length > 0) throw new Error(body);
}
