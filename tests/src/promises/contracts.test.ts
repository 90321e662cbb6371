import { readFileSync } from 'node:fs';
import { printed } from '@chancery/reader';
import { expect, it } from '@jest/globals';
import { deskSchema, publicSchema } from '../support/api.ts';

const committed = (name: string) => readFileSync(new URL(`../../../apps/api/${name}`, import.meta.url), 'utf8');

it('the committed contract of the public door is what it serves; npm run contracts -w apps/api prints it', () => {
  expect(printed(publicSchema()) === committed('schema.graphql')).toBe(true);
});

it('the committed contract of the desk is what it serves', () => {
  expect(printed(deskSchema()) === committed('desk.graphql')).toBe(true);
});
