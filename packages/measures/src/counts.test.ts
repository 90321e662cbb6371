import { expect, it } from '@jest/globals';
import { netCooperation } from './events/net-cooperation.ts';
import { jointExercises } from './exercises/joint-exercises.ts';
import { sharedMemberships } from './memberships/shared-memberships.ts';

it('counts shared organizations and divides by those of either state', () => {
  const shared = sharedMemberships(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']));
  expect(shared).toEqual({
    count: { value: 2, reason: null, reasonCode: null, n: 5 },
    jaccard: { value: 0.4, reason: null, reasonCode: null, n: 5 },
  });
});

it('gives count 0 and no Jaccard share for two states without organizations', () => {
  const { count, jaccard } = sharedMemberships(new Set(), new Set());
  expect(count.value).toBe(0);
  expect(jaccard).toEqual({
    value: null,
    reason: 'No membership of either state is counted, so there is no share.',
    reasonCode: 'TOO_FEW',
    n: 0,
  });
});

it('sums cooperation and conflict separately and ignores events without a score', () => {
  const { cooperation, conflict, net, mean, share } = netCooperation([7, -5, 0, Number.NaN, 1]);
  expect([cooperation.value, conflict.value, net.value, mean.value, share.value]).toEqual([8, 5, 3, 0.75, 8 / 13]);
  expect(net.n).toBe(4);
});

it('gives no value, rather than 0, without events', () => {
  expect(netCooperation([]).net).toEqual({
    value: null,
    reason: expect.stringMatching(/No event/),
    reasonCode: 'TOO_FEW',
    n: 0,
  });
  expect(netCooperation([0]).share).toMatchObject({ value: null, n: 1 });
});

it('counts joint exercises, bilateral ones, and the sum damped by the number of participants', () => {
  const { count, bilateral, damped } = jointExercises([2, 2, 5]);
  expect([count.value, bilateral.value, damped.value]).toEqual([3, 2, 2.25]);
});
