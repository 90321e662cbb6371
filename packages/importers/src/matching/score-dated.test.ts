import { describe, expect, it } from '@jest/globals';
import { type Comparison, compareKinds, hasSamePlace, scoreOf, sharedActors } from './score-dated.ts';

const near = { how: 'near', days: 0 } as const;
const shared = (rest: Partial<Comparison>): Comparison => ({
  name: 'other',
  isNamed: true,
  date: near,
  isSamePlace: false,
  kind: 'unknown',
  ...rest,
});
const all = { common: 4, ofFewer: 1, jaccard: 1 };
const some = { common: 2, ofFewer: 0.5, jaccard: 0.3 };
const none = { common: 0, ofFewer: 0, jaccard: 0 };
/** A comparison of the first parties of a treaty with all its parties, many of which joined later. */
const first = { common: 12, ofFewer: 1, jaccard: 0.4 };
/** Returns what the score of a comparison allows: a certain match, a question or none. */
const verdict = (type: 'Exercise' | 'Event' | 'Agreement', rest: Partial<Comparison>) => {
  const score = scoreOf(type, shared(rest))?.score ?? 0;
  return score >= 0.9 ? 'certain' : score >= 0.75 ? 'question' : 'none';
};

describe('an exercise', () => {
  it.each<[name: string, Partial<Comparison>, string]>([
    ['with the same name and day', { name: 'same' }, 'certain'],
    ['with the same name and a near day', { name: 'same', date: { how: 'near', days: 31 } }, 'certain'],
    ['with the same name and half the participants', { name: 'same', actors: some }, 'certain'],
    ['with the same name and other participants', { name: 'same', actors: none }, 'question'],
    ['with the same name and an unknown date', { name: 'same', date: { how: 'vague' }, actors: all }, 'question'],
    [
      'with the same name, an unknown date and other participants',
      { name: 'same', date: { how: 'vague' }, actors: none },
      'none',
    ],
    [
      'with the same name and another date',
      { name: 'same', date: { how: 'apart' }, actors: all, isSamePlace: true },
      'none',
    ],
    ['with a similar name and the same participants', { name: 'alike', actors: all }, 'certain'],
    ['with a similar name and half the participants', { name: 'alike', actors: some }, 'question'],
    [
      'with a similar name, half the participants and the same place',
      { name: 'alike', actors: some, isSamePlace: true },
      'certain',
    ],
    ['with a similar name and unknown participants', { name: 'alike' }, 'question'],
    ['with a similar name and other participants', { name: 'alike', actors: none }, 'none'],
    ['with another name, the same place and participants', { actors: all, isSamePlace: true }, 'question'],
    [
      'without a name, with the same place and participants',
      { isNamed: false, actors: all, isSamePlace: true },
      'certain',
    ],
    ['without a name, at another place', { isNamed: false, actors: all }, 'none'],
    [
      'without a name, with the same place and some participants',
      { isNamed: false, actors: some, isSamePlace: true },
      'none',
    ],
  ])('%s', (_name, rest, expected) => expect(verdict('Exercise', rest)).toBe(expected));
});

describe('an agreement', () => {
  it.each<[name: string, Partial<Comparison>, string]>([
    ['with the same day, parties and kind', { actors: all, kind: 'same' }, 'certain'],
    ['with the same day and parties', { actors: all }, 'question'],
    ['with the same day and parties, and another kind', { actors: all, kind: 'different' }, 'none'],
    [
      'with the same day and some parties',
      { actors: { common: 3, ofFewer: 0.8, jaccard: 0.6 }, kind: 'same' },
      'question',
    ],
    ['with the same day and kind, and parties that joined later', { actors: first, kind: 'same' }, 'question'],
    [
      'with a near day, and parties that joined later',
      { date: { how: 'near', days: 1 }, actors: first, kind: 'same' },
      'none',
    ],
    ['with the same day and two of many parties', { actors: { ...first, common: 2 }, kind: 'same' }, 'none'],
    ['with the same day and unknown parties', { kind: 'same' }, 'none'],
    ['with the same title and day', { name: 'same' }, 'certain'],
    ['with the same title and year', { name: 'same', date: { how: 'vague' } }, 'question'],
    ['with the same title and day, and other parties', { name: 'same', actors: none }, 'question'],
    ['with the same year, parties and kind', { date: { how: 'vague' }, actors: all, kind: 'same' }, 'question'],
  ])('%s', (_name, rest, expected) => expect(verdict('Agreement', rest)).toBe(expected));
});

it('states reasons, and prefers nearer dates', () => {
  const [near0, near20] = [0, 20].map((days) =>
    scoreOf('Exercise', shared({ name: 'same', date: { how: 'near', days }, actors: some })),
  );
  expect(near0?.score).toBeGreaterThan(near20?.score ?? 1);
  expect(near20?.why).toBe(
    'The names are the same; the dates are near each other; 30 % of all participants are shared.',
  );
});

it('a property that only one record has is unknown', () => {
  expect(sharedActors(new Set(), new Set(['a']))).toBeUndefined();
  expect(sharedActors(new Set(['a', 'b']), new Set(['b', 'c', 'd']))).toEqual({
    common: 1,
    ofFewer: 0.5,
    jaccard: 0.25,
  });
  expect(compareKinds('Agreement', { topics: ['ALLIANCE'] }, {})).toBe('unknown');
  expect(compareKinds('Agreement', { topics: ['ALLIANCE'] }, { topics: ['ALLIANCE', 'PEACE'] })).toBe('same');
  expect(compareKinds('Agreement', { topics: ['ALLIANCE'] }, { topics: ['TRADE'] })).toBe('different');
  expect(compareKinds('Agreement', { instrumentType: 'TREATY' }, { instrumentType: 'MOU' })).toBe('different');
  expect(compareKinds('Event', { category: 'CONSULT' }, { category: 'CONSULT' })).toBe('same');
  expect(hasSamePlace({ place: 'pl_1' }, { place: 'pl_1' })).toBe(true);
  expect(hasSamePlace({ location: 'Vieques' }, { place: 'pl_1' })).toBe(false);
});
