import { expect, it } from '@jest/globals';
import type { MembershipStatus } from '../../generated/register/graphql.ts';
import { countDuplicates, summaryWords } from './summary.ts';

let ids = 0;
const one = (status: MembershipStatus, attestedUntil: string | null, id = `id ${++ids}`) => ({
  ...{ status, attestedUntil },
  member: { id },
  organization: { id },
});
const group = (totalCount = 0, statuses: readonly MembershipStatus[] = [], attestedUntil: string | null = null) => ({
  totalCount,
  nodes: statuses.map((status) => one(status, attestedUntil)),
});
const nothing = { full: group(), other: group(), lastRecorded: group(), possible: group(), unstated: group() };

it('counts each status separately, also in less certain groups', () => {
  const groups = {
    full: group(2, ['FULL', 'FULL']),
    other: group(3, ['OBSERVER', 'OBSERVER', 'SUSPENDED']),
    lastRecorded: group(3, ['FULL', 'FULL', 'OBSERVER'], '2014-12-31'),
    possible: group(1, ['FULL']),
    unstated: group(1, ['UNKNOWN']),
  };
  expect(summaryWords(groups, 'organization')).toBe(
    '2 members, 2 observers, 1 suspended; 2 members, 1 observer when last recorded, 2014; possibly 1 member; 1 of unknown status with no dates stated.',
  );
  expect(summaryWords({ ...nothing, lastRecorded: groups.lastRecorded }, 'member')).toBe(
    'No membership is known on this day; member of 2, observer in 1 when last recorded, 2014.',
  );
});

it('omits status and year if not all memberships of a group were read', () => {
  expect(summaryWords({ ...nothing, lastRecorded: group(1_200, ['FULL'], '2014-12-31') }, 'organization')).toBe(
    'No member is known on this day; 1,200 of various statuses when last recorded.',
  );
});

it('does not count an actor twice if another record shows that it belongs on the day', () => {
  const full = { totalCount: 2, nodes: [one('FULL', null, 'China'), one('FULL', null, 'Russia')] };
  const lastRecorded = {
    totalCount: 2,
    nodes: [one('FULL', '2014-12-31', 'China'), one('OBSERVER', '2014-12-31', 'Mongolia')],
  };
  expect(summaryWords({ ...nothing, full, lastRecorded }, 'organization')).toBe(
    '2 members; 1 observer when last recorded, 2014.',
  );
  expect(countDuplicates(lastRecorded, [full], 'organization')).toBe(1);
  expect(countDuplicates({ ...lastRecorded, totalCount: 900 }, [full], 'organization')).toBe(0);
});
