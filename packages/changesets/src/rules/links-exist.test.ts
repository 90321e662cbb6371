import { type FactTypeName, factTypeNames, linkFields, newId, typeNames } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { noNeeds, type StoredInboundLink } from '../rule-context.ts';
import { adopt, cite, citing, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { type Standing, standing } from '../testing/register.ts';
import { linksExist } from './links-exist.ts';

const problems = problemsOf(linksExist);
const [place, spain] = [newId('Place'), newId('State')];
const pointing = (type: FactTypeName, field: string, rest = {}): StoredInboundLink => ({
  id: newId(type),
  type,
  label: 'Gibraltar',
  field,
  ...rest,
});

describe('what an operation points at', () => {
  const claim = newId('Claim');
  const row = (values = {}) => ({ id: newId('Citation'), values: citing(claim, values) });
  const pointers: [pointer: string, field: string, operation: (to: string) => Operation][] = [
    ['a field of a new fact', 'country', (to) => create('Place', { country: to })],
    ['a side of a dispute', 'one', (to) => dispute({ one: to })],
    ['a field that is changed', 'country', (to) => update(place, { country: null }, { country: to })],
    ['a field that is adopted', 'country', (to) => adopt(place, { country: null }, { country: to }, {})],
    ['the claim that is adopted', 'country', (to) => adopt(place, {}, {}, { country: to })],
    ['the import batch of a new fact', 'batch', (to) => create('Place', {}, { batch: { id: to, line: 1 } })],
    ['the source of a citation', 'source', (to) => cite(place, { source: to })],
    ['the speaker of a citation', 'attributedTo', (to) => cite(place, { attributedTo: to })],
    ['a field of a restored fact', 'subject', (to) => restore(claim, { values: { subject: to } })],
    ['the import batch of a restored fact', 'batch', (to) => restore(claim, { batch: { id: to, line: 1 } })],
    ['the source of a restored citation', 'source', (to) => restore(claim, { citations: [row({ source: to })] })],
  ];

  it.each(pointers)('%s is in the register, or comes with the changeset', (_, field, pointAt) => {
    const missing = newId('State');
    const operation = pointAt(missing);
    const known = (there = {}) => standing({ facts: { [place]: { name: 'Gibraltar' }, ...there } });
    expect(problems([operation], known()).filter((problem) => problem.field === field)).toMatchObject([
      {
        code: 'links-exist',
        severity: 'error',
        fact: operation.fact,
        operation: operation.id,
        message: expect.stringContaining(`points at ${missing}, but the register has no such fact`),
      },
    ]);
    expect(problems([operation], known({ [missing]: {} }))).toEqual([]);
    expect(problems([operation, create('State', {}, { fact: missing })], known())).toEqual([]);
    expect(problems([operation, restore(missing, {})], known())).toEqual([]);
    expect(problems([operation, retire(missing)], known({ [missing]: {} }))).toMatchObject([
      { field, message: expect.stringContaining('this changeset retires it') },
    ]);
  });

  it.each(pointers)('%s is asked for', (_, _field, pointAt) => {
    const needs = noNeeds();
    linksExist.needs(pointAt(spain), needs);
    expect(needs.facts).toContain(spain);
  });

  it.each(typeNames.flatMap((type) => linkFields(type).map(([name]) => [type, name])))(
    'no link field is passed over: %s.%s',
    (type, name) => {
      const target = newId('State');
      const operation =
        type === 'Citation' ? cite(place, { [name]: target }) : create(type as FactTypeName, { [name]: target });
      expect(problems([operation], standing({ facts: { [place]: {} } }))).toMatchObject([{ field: name }]);
    },
  );

  it('facts of one changeset may point at each other in a ring', () => {
    const [one, other] = [newId('Source'), newId('Source')];
    const ring = [
      create('Source', { derivedFrom: other }, { fact: one }),
      create('Source', { derivedFrom: one }, { fact: other }),
    ];
    expect(problems(ring)).toEqual([]);
  });

  it('a fact that another part of the changeset brings is there', () => {
    const operation = create('Place', { country: spain });
    const outline = outlineOf([operation, create('State', {}, { fact: spain })]);
    expect(check([operation], standing(), outline, [linksExist]).problems).toEqual([]);
  });

  it('a fact that is retired leads to another, not to itself', () => {
    expect(problems([retire(place, { redirectTo: place })], standing({ facts: { [place]: {} } }))).toHaveLength(1);
  });

  it('a fact that is retired leads to one that is there or comes, or that was and is retired, too', () => {
    const led = retire(place, { redirectTo: spain });
    const known = (there: Standing = {}) => standing({ ...there, facts: { [place]: {}, ...there.facts } });
    expect(problems([led], known())).toMatchObject([
      { field: 'redirectTo', fact: place, message: expect.stringContaining('has no such fact') },
    ]);
    expect(problems([led], known({ facts: { [spain]: {} } }))).toEqual([]);
    expect(problems([led, create('State', {}, { fact: spain })], known())).toEqual([]);
    expect(problems([led], known({ tombstones: [spain] }))).toEqual([]);
    expect(problems([led, retire(spain)], known({ facts: { [spain]: {} } }))).toEqual([]);
    const needs = noNeeds();
    linksExist.needs(led, needs);
    expect([[...needs.facts], [...needs.tombstones]]).toEqual([[spain], [spain]]);
  });

  it('facts that are retired do not lead to each other in a ring', () => {
    const other = newId('Place');
    const known = standing({ facts: { [place]: {}, [other]: {} } });
    const ring = [retire(place, { redirectTo: other }), retire(other, { redirectTo: place })];
    expect(problems(ring, known)).toMatchObject([
      { field: 'redirectTo', message: expect.stringContaining('leads back') },
      { field: 'redirectTo' },
    ]);
    const standingStill = standing({ facts: { [place]: {} } });
    const tombstones = new Map([[other, { reason: 'a duplicate', redirectTo: place }]]);
    expect(problems(ring.slice(0, 1), { ...standingStill, tombstones })).toHaveLength(1);
  });

  it('an absence and an emptied field point at nothing', () => {
    const operation = create('Place', { country: { absent: 'NONE' }, deFactoController: null });
    expect(problems([operation])).toEqual([]);
  });

  it('a citation that is taken away may have pointed at what is gone', () => {
    const operation = uncite(place, newId('Citation'), { source: newId('Source') });
    expect(problems([operation], standing({ facts: { [place]: {} } }))).toEqual([]);
  });
});

describe('what points at a fact that is retired', () => {
  const register = (...inbound: StoredInboundLink[]) =>
    standing({ facts: { [spain]: { name: 'Spain' } }, inbound: { [spain]: inbound } });

  it('nothing points at it: it may go', () => {
    expect(problems([retire(spain)], register())).toEqual([]);
  });

  it('a fact that points at it is named and stands in the way', () => {
    const operation = retire(spain);
    expect(problems([operation], register(pointing('Place', 'country')))).toMatchObject([
      {
        code: 'links-exist',
        severity: 'error',
        fact: spain,
        operation: operation.id,
        message: expect.stringMatching(/^Spain cannot be retired while a fact points at it: “Gibraltar”\./),
      },
    ]);
  });

  it('of many that point at it three are named and the rest counted', () => {
    const three = Array.from({ length: 3 }, () => pointing('Place', 'country'));
    expect(problems([retire(spain)], register(...three))[0]?.message).toMatch(
      /3 facts point at it: “Gibraltar”, “Gibraltar”, “Gibraltar”\./,
    );
    const five = Array.from({ length: 5 }, () => pointing('Place', 'country'));
    expect(problems([retire(spain)], register(...five))[0]?.message).toMatch(
      /5 facts point at it: “Gibraltar”, “Gibraltar”, “Gibraltar” and 2 more\./,
    );
  });

  it('a fact that goes with the changeset is in nobody’s way', () => {
    const inbound = pointing('Place', 'country');
    expect(problems([retire(spain), retire(inbound.id)], register(inbound))).toEqual([]);
  });

  it('a fact that is pointed elsewhere is in nobody’s way, unless another of its fields still points', () => {
    const inbound = pointing('Place', 'country');
    const elsewhere = update(inbound.id, { country: spain }, { country: null });
    expect(problems([retire(spain), elsewhere], register(inbound))).toEqual([]);
    const still = { ...inbound, field: 'deFactoController' };
    expect(problems([retire(spain), elsewhere], register(inbound, still))).toHaveLength(1);
    const aside = update(inbound.id, { name: 'Gib' }, { name: 'Gibraltar' });
    expect(problems([retire(spain), aside], register(inbound))).toHaveLength(1);
  });

  it('a citation that is taken away is in nobody’s way, and one that stays is', () => {
    const citation = newId('Citation');
    const inbound = pointing('Place', 'source', { citation });
    expect(problems([retire(spain)], register(inbound))).toHaveLength(1);
    expect(problems([retire(spain), uncite(inbound.id, citation)], register(inbound))).toEqual([]);
    expect(problems([retire(spain), uncite(inbound.id, newId('Citation'))], register(inbound))).toHaveLength(1);
    expect(problems([retire(spain), retire(inbound.id)], register(inbound))).toEqual([]);
  });

  it.each(factTypeNames)('what points at a %s that is retired is asked for', (type) => {
    const needs = noNeeds();
    const operation = retire(newId(type));
    linksExist.needs(operation, needs);
    linksExist.needs(create(type, {}), needs);
    expect([...needs.inbound]).toEqual([operation.fact]);
  });
});
