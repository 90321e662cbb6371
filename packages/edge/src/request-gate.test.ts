import { expect, it } from '@jest/globals';
import { requestGate } from './request-gate.ts';

const seconds = { waiting: 2, waitingSeconds: 60 };

it('lets requests of one client start in the order in which they came', async () => {
  const gate = requestGate(1, seconds);
  const first = gate.enter('a');
  const second = gate.enter('a');
  const third = gate.enter('a');
  expect([first.mayStart, gate.enter('b').mayStart]).toEqual([true, true]);
  first.leave();
  expect(await second.mayStart).toBe(true);
  second.leave();
  expect(await third.mayStart).toBe(true);
  third.leave();
  expect(gate.enter('a').mayStart).toBe(true);
});

it('refuses a request if too many wait, or when it has waited too long', async () => {
  const gate = requestGate(1, { waiting: 1, waitingSeconds: 0.01 });
  gate.enter('a');
  const waiting = gate.enter('a');
  expect(await gate.enter('a').mayStart).toBe(false);
  expect(await waiting.mayStart).toBe(false);
});

it('frees one place for each request, however often it leaves', async () => {
  const gate = requestGate(2, seconds);
  const first = gate.enter('a');
  gate.enter('a');
  first.leave();
  first.leave();
  expect(gate.enter('a').mayStart).toBe(true);
  const waiting = gate.enter('a');
  expect(waiting.mayStart).not.toBe(true);
  waiting.leave();
  expect(await waiting.mayStart).toBe(false);
});

it('passes over a waiting request whose client has left', async () => {
  const gate = requestGate(1, seconds);
  const first = gate.enter('a');
  gate.enter('a').leave();
  const next = gate.enter('a');
  first.leave();
  expect(await next.mayStart).toBe(true);
});

it('limits nothing with 0', () => {
  const gate = requestGate(0, seconds);
  expect(Array.from({ length: 50 }, () => gate.enter('a').mayStart)).toEqual(Array(50).fill(true));
});
