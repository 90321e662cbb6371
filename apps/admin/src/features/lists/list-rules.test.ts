import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { listProblems } from './list-rules.ts';

const problemsOf = (type: Parameters<typeof listProblems>[0], search: string) => {
  const given = new URLSearchParams(search);
  const parameters = Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
  return listProblems(type, parameters).map(({ name, message }) => `${name} | ${message}`);
};

it.each([
  ['Citation', 'credibility=2.5', /^credibility \| credibility: “2\.5” is not a whole number/],
  ['Citation', 'credibility=3000000000', /is not a whole number/],
  ['Obligation', 'secret=maybe', /^secret \| .*Give true or false/],
  ['Membership', 'status=FULL&status=CHIEF', /“CHIEF” is not one of the values here/],
  ['Membership', `member=${newId('State')}&member=${newId('State')}`, /more than once/],
  ['Membership', `member=${newId('Agreement')}`, /the type agreement\. Give the id of one of these types: state, org/],
  ['Exercise', 'start.from=2019-13-01', /is not a year or a day/],
  ['Exercise', 'start.from=2020&start.to=2019-12-31', /^start\.to \| start\.to: 2019-12-31 is before 2020/],
  ['Exercise', 'start.is=CERTAIN', /no such parameter/],
  ['State', 'constructor=x', /^constructor \| constructor: this page has no such parameter/],
] as const)('of the list of %s, %s is wrong', (type, search, message) => {
  expect(problemsOf(type, search)).toEqual([expect.stringMatching(message)]);
});

it.each([
  ['Citation', 'credibility=2'],
  ['Obligation', 'secret=true&on=2019-01-01&at=4'],
  ['Membership', `status=FULL&status=OBSERVER&member=${newId('Organization')}&validity.is=NO&hide=status`],
  ['Exercise', 'start.from=2019&start.to=2019&start.reading=certain&orderBy=START_DESC&after=x'],
  ['Exercise', 'start.from=&start.to=&start.reading=&orderBy='],
] as const)('of the list of %s, nothing is wrong with %s', (type, search) => {
  expect(problemsOf(type, search)).toEqual([]);
});
