import { readFileSync } from 'node:fs';
import { printSdl } from '@chancery/reader';
import { expect, it } from '@jest/globals';
import { buildSchema, findBreakingChanges } from 'graphql';
import { deskSchema, publicSchema } from '../support/api.ts';

const committed = (name: string) => readFileSync(new URL(`../../../apps/api/${name}`, import.meta.url), 'utf8');

it('schema.graphql is the schema of the public endpoint; npm run contracts -w apps/api writes it', () => {
  expect(printSdl(publicSchema()) === committed('schema.graphql')).toBe(true);
});

it('desk.graphql is the schema of the desk endpoint', () => {
  expect(printSdl(deskSchema()) === committed('desk.graphql')).toBe(true);
});

it('no change breaks clients of the last released contract; npm run contracts:release -w apps/api records a release', () => {
  const released = buildSchema(committed('released.graphql'));
  const now = buildSchema(committed('schema.graphql'));
  expect(findBreakingChanges(released, now)).toEqual([]);
});
