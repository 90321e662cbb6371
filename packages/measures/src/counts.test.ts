import { expect, it } from '@jest/globals';
import { netCooperation } from './events/net-cooperation.ts';
import { jointExercises } from './exercises/joint-exercises.ts';
import { sharedMemberships } from './memberships/shared-memberships.ts';

it('organizations shared are counted, and set against those of either', () => {
  const shared = sharedMemberships(new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd', 'e']));
  expect(shared).toEqual({
    count: { value: 2, reason: null, reasonCode: null, n: 5 },
    jaccard: { value: 0.4, reason: null, reasonCode: null, n: 5 },
  });
});

it('two states of no organization share none, which is 0, and of nothing, which is no share', () => {
  const { count, jaccard } = sharedMemberships(new Set(), new Set());
  expect(count.value).toBe(0);
  expect(jaccard).toEqual({ value: null, reason: 'Neither belongs to any organization.', reasonCode: 'TOO_FEW', n: 0 });
});

it('cooperation and conflict are added up apart, and events without a score left out', () => {
  const { cooperation, conflict, net, mean, share } = netCooperation([7, -5, 0, Number.NaN, 1]);
  expect([cooperation.value, conflict.value, net.value, mean.value, share.value]).toEqual([8, 5, 3, 0.75, 8 / 13]);
  expect(net.n).toBe(4);
});

it('without events there is no cooperation, not even 0', () => {
  expect(netCooperation([]).net).toEqual({
    value: null,
    reason: expect.stringMatching(/No event/),
    reasonCode: 'TOO_FEW',
    n: 0,
  });
  expect(netCooperation([0]).share).toMatchObject({ value: null, n: 1 });
});

it('joint exercises are counted, those of two alone apart, and damped by how many took part', () => {
  const { count, bilateral, damped } = jointExercises([2, 2, 5]);
  expect([count.value, bilateral.value, damped.value]).toEqual([3, 2, 2.25]);
});
