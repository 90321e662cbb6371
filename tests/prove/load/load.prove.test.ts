// A mixed load over 50 connections on all published data, while 20 editors save and others merge. LOAD_SECONDS is the length of the load.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Ask, askAt } from '../../src/support/api.ts';
import { createWaived } from '../../src/support/operations.ts';
import { type FullDataUser, fullData } from '../support/full-data.ts';
import { Installation } from '../support/installation.ts';
import { memoryOf } from '../support/memory-of.ts';
import { ordinaryOperations } from '../support/ordinary-operations.ts';
import type { LoadMinute, LoadOrder } from './load-process.ts';

const seconds = Number(process.env.LOAD_SECONDS ?? 600);
const connections = 50;
const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (value: number) => Math.round(value * 10) / 10;

let chancery: Installation;
let users: readonly FullDataUser[];
let removeData: () => void = () => undefined;
beforeAll(async () => {
  const data = await fullData(say);
  removeData = data.remove;
  users = data.people;
  // The load comes from one machine, and is meant to be served.
  const noLimits = { CHANCERY_RATE_REQUESTS: '0', CHANCERY_RATE_POINTS: '0' };
  chancery = await Installation.create(noLimits, { home: data.home, demo: false });
  await chancery.start();
}, 3_600_000);
afterAll(async () => {
  await chancery?.close();
  removeData();
});

/** Runs the load and calls `onMinute` for each minute. */
async function load(order: LoadOrder, onMinute: (minute: LoadMinute) => void): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', join(import.meta.dirname, 'load-process.ts'), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface(child.stdout)) onMinute(JSON.parse(line) as LoadMinute);
}

interface Saving {
  /** The times of all saves in milliseconds. */
  readonly times: number[];
  /** Outcomes other than a successful save. */
  readonly failures: string[];
}

const openMutation = 'mutation ($title: String!) { openChangeset(title: $title) { id version } }';
const appendMutation = `mutation ($changeset: ID!, $version: Int!, $operations: [OperationInput!]!) {
  appendOperations(changeset: $changeset, version: $version, operations: $operations) {
    __typename ... on Appended { changeset { version } } } }`;

/** Merges a changeset every five seconds until `isOver`, so that cached answers become out of date. */
async function merge(isOver: () => boolean): Promise<void> {
  const [author, reviewer] = [
    await chancery.editor(users[20]?.email ?? ''),
    await chancery.editor(users[21]?.email ?? ''),
  ];
  while (!isOver()) {
    const submitted = await author.submits(
      await author.drafts([createWaived('State', { name: `Merged under load ${randomUUID()}` })]),
    );
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    const reviewed = await reviewer.approves(submitted.changeset);
    if (reviewed.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(reviewed)}`);
    const merged = await reviewer.merges(reviewed.changeset);
    if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged)}`);
    await sleep(5_000);
  }
}

/** Saves a new fact every two seconds, as an editor who works fast, until `isOver`. */
async function edit(ask: Ask, isOver: () => boolean, { times, failures }: Saving): Promise<void> {
  const opened = await ask(openMutation, { title: 'Saved under load' });
  const { openChangeset: changeset } = opened.data as unknown as { openChangeset: { id: string; version: number } };
  let { version } = changeset;
  while (!isOver()) {
    const { id, fact, values, waivers } = createWaived('State', { name: `Saved under load ${randomUUID()}` });
    const operation = { id, fact, kind: 'CREATE', values, waivers };
    const began = performance.now();
    const { data, text } = await ask(appendMutation, { changeset: changeset.id, version, operations: [operation] });
    times.push(performance.now() - began);
    const { appendOperations: outcome } = data as unknown as {
      appendOperations?: { __typename: string; changeset?: { version: number } };
    };
    if (outcome?.__typename === 'Appended') version = outcome.changeset?.version ?? version;
    else failures.push(text.slice(0, 200));
    await sleep(2_000);
  }
}

it('serves 50 connections and 20 editors', async () => {
  const url = `http://127.0.0.1:${chancery.apiPort}`;
  const operations = await ordinaryOperations(askAt(`${url}/graphql`));
  const addresses = Array.from({ length: connections }, (_, at) => `127.0.0.${2 + at}`);
  const asEditors: Ask[] = [];
  for (const editor of users.slice(0, 20)) {
    const cookie = await chancery.signIn(editor);
    asEditors.push(askAt(`${url}/desk/graphql`, { cookie, origin: `http://localhost:${chancery.port}` }));
  }
  let isOver = false;
  const minutes: (LoadMinute & { readonly memory: number })[] = [];
  const saving: Saving = { times: [], failures: [] };
  await Promise.all([
    load({ url, operations, seconds, addresses }, (minute) => {
      const memory = memoryOf(chancery.apiPid);
      minutes.push({ ...minute, memory });
      const { answered, p50, p95, max, errors } = minute;
      say(
        `minute ${minutes.length}: ${round(answered / minute.seconds)} a second, p50 ${round(p50)}, p95 ${round(p95)}, max ${round(max)} ms, ${errors.length} errors, ${round(memory)} MiB`,
      );
      for (const error of errors) say(`  ${error}`);
    }).finally(() => {
      isOver = true;
    }),
    ...asEditors.map((ask) => edit(ask, () => isOver, saving)),
    merge(() => isOver),
  ]);
  const saves = saving.times.sort((a, b) => a - b);
  const p95 = saves[Math.floor(saves.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  say(`${saves.length} saves, p95 ${round(p95)} ms, ${saving.failures.length} failed`);
  expect(saving.failures).toEqual([]);
  expect(p95).toBeLessThanOrEqual(400);
  for (const minute of minutes) expect(minute.errors).toEqual([]);
  // The last one is only the rest of a minute.
  const whole = minutes.filter((minute) => minute.seconds > 30);
  expect(whole.length).toBeGreaterThan(0);
  for (const minute of whole) {
    expect(minute.answered / minute.seconds).toBeGreaterThanOrEqual(300);
    expect(minute.p95).toBeLessThanOrEqual(150);
  }
  const [, , third, ...later] = whole;
  for (const { memory } of later) expect(memory).toBeLessThan((third?.memory ?? 0) + 50);
}, 3_600_000);
