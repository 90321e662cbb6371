import { describe, expect, it } from '@jest/globals';
import { type Shared, scoreOf, sharedActors, sharedKind, sharedPlace } from './score-dated.ts';

const near = { how: 'near', days: 0 } as const;
const shared = (rest: Partial<Shared>): Shared => ({
  name: 'other',
  isNamed: true,
  date: near,
  place: false,
  kind: 'unknown',
  ...rest,
});
const all = { common: 4, ofFewer: 1, jaccard: 1 };
const some = { common: 2, ofFewer: 0.5, jaccard: 0.3 };
const none = { common: 0, ofFewer: 0, jaccard: 0 };
/** The first parties to a treaty that many joined later. */
const first = { common: 12, ofFewer: 1, jaccard: 0.4 };
/** `sure`, `asked` or `none`. */
const verdict = (type: 'Exercise' | 'Event' | 'Agreement', rest: Partial<Shared>) => {
  const score = scoreOf(type, shared(rest))?.score ?? 0;
  return score >= 0.9 ? 'sure' : score >= 0.75 ? 'asked' : 'none';
};

describe('an exercise', () => {
  it.each<[what: string, Partial<Shared>, string]>([
    ['of the name and day', { name: 'same' }, 'sure'],
    ['of the name and nearly the day', { name: 'same', date: { how: 'near', days: 31 } }, 'sure'],
    ['of the name, with half the participants', { name: 'same', actors: some }, 'sure'],
    ['of the name, with others', { name: 'same', actors: none }, 'asked'],
    ['of the name, whose date is not known', { name: 'same', date: { how: 'vague' }, actors: all }, 'asked'],
    [
      'of the name, whose date is not known, with others',
      { name: 'same', date: { how: 'vague' }, actors: none },
      'none',
    ],
    ['of the name and another time', { name: 'same', date: { how: 'apart' }, actors: all, place: true }, 'none'],
    ['of a name alike, with the same participants', { name: 'alike', actors: all }, 'sure'],
    ['of a name alike, with half the participants', { name: 'alike', actors: some }, 'asked'],
    ['of a name alike, with half the participants there', { name: 'alike', actors: some, place: true }, 'sure'],
    ['of a name alike, of whom is not known', { name: 'alike' }, 'asked'],
    ['of a name alike, with others', { name: 'alike', actors: none }, 'none'],
    ['of another name, at the place with the same', { actors: all, place: true }, 'asked'],
    ['without a name, at the place with the same', { isNamed: false, actors: all, place: true }, 'sure'],
    ['without a name, elsewhere', { isNamed: false, actors: all }, 'none'],
    ['without a name, at the place with some', { isNamed: false, actors: some, place: true }, 'none'],
  ])('%s', (_what, rest, expected) => expect(verdict('Exercise', rest)).toBe(expected));
});

describe('an agreement', () => {
  it.each<[what: string, Partial<Shared>, string]>([
    ['of the day, parties and kind', { actors: all, kind: 'agrees' }, 'sure'],
    ['of the day and parties', { actors: all }, 'asked'],
    ['of the day and parties, of another kind', { actors: all, kind: 'differs' }, 'none'],
    ['of the day and some parties', { actors: { common: 3, ofFewer: 0.8, jaccard: 0.6 }, kind: 'agrees' }, 'asked'],
    ['of the day and kind, that others joined later', { actors: first, kind: 'agrees' }, 'asked'],
    ['of nearly the day, and of others too', { date: { how: 'near', days: 1 }, actors: first, kind: 'agrees' }, 'none'],
    ['of the day and two of many', { actors: { ...first, common: 2 }, kind: 'agrees' }, 'none'],
    ['of the day, its parties not known', { kind: 'agrees' }, 'none'],
    ['of the title and day', { name: 'same' }, 'sure'],
    ['of the title and year', { name: 'same', date: { how: 'vague' } }, 'asked'],
    ['of the title and day, with other parties', { name: 'same', actors: none }, 'asked'],
    ['of the year, parties and kind', { date: { how: 'vague' }, actors: all, kind: 'agrees' }, 'asked'],
  ])('%s', (_what, rest, expected) => expect(verdict('Agreement', rest)).toBe(expected));
});

it('says its reasons, and prefers what is nearer', () => {
  const [one, other] = [0, 20].map((days) =>
    scoreOf('Exercise', shared({ name: 'same', date: { how: 'near', days }, actors: some })),
  );
  expect(one?.score).toBeGreaterThan(other?.score ?? 1);
  expect(other?.why).toBe(
    'The names are the same; the dates are near each other; 30 % of all participants are in common.',
  );
});

it('what is not told of both is not known', () => {
  expect(sharedActors(new Set(), new Set(['a']))).toBeUndefined();
  expect(sharedActors(new Set(['a', 'b']), new Set(['b', 'c', 'd']))).toEqual({
    common: 1,
    ofFewer: 0.5,
    jaccard: 0.25,
  });
  expect(sharedKind('Agreement', { topics: ['ALLIANCE'] }, {})).toBe('unknown');
  expect(sharedKind('Agreement', { topics: ['ALLIANCE'] }, { topics: ['ALLIANCE', 'PEACE'] })).toBe('agrees');
  expect(sharedKind('Agreement', { topics: ['ALLIANCE'] }, { topics: ['TRADE'] })).toBe('differs');
  expect(sharedKind('Agreement', { instrumentType: 'TREATY' }, { instrumentType: 'MOU' })).toBe('differs');
  expect(sharedKind('Event', { category: 'CONSULT' }, { category: 'CONSULT' })).toBe('agrees');
  expect(sharedPlace({ place: 'pl_1' }, { place: 'pl_1' })).toBe(true);
  expect(sharedPlace({ location: 'Vieques' }, { place: 'pl_1' })).toBe(false);
});
