import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { factIsThere } from './fact-is-there.ts';

const problems = problemsOf(factIsThere);
const fact = newId('Dispute');
const there = standing({ facts: { [fact]: {} } });
const gone = standing({ tombstones: [fact] });
const nowhere = standing();
const refusals = (operation: Operation, known = nowhere) => problems([operation], known).map(({ message }) => message);

describe('what brings a fact', () => {
  it.each<[string, Operation]>([
    ['create', create('Dispute', {}, { fact })],
    ['dispute', dispute({}, fact)],
  ])('a %s needs an id that is new', (_, operation) => {
    expect(problems([operation], nowhere)).toEqual([]);
    expect(problems([operation], there)).toMatchObject([
      { code: 'fact-is-there', severity: 'error', fact, operation: operation.id },
    ]);
    expect(refusals(operation, there)).toEqual([
      'A fact with this id is in the register already; a new fact needs a new id.',
    ]);
    expect(refusals(operation, gone)).toEqual([
      'A fact with this id was retired. Restore it instead of recording it anew.',
    ]);
  });

  it('a restore needs a fact that was retired', () => {
    const operation = restore(fact, {});
    expect(refusals(operation, gone)).toEqual([]);
    expect(refusals(operation, nowhere)).toEqual(['This fact was never retired, so it cannot be restored.']);
    expect(refusals(operation, there)).toEqual(['This fact is in the register already: there is nothing to restore.']);
  });
});

describe('what needs a fact', () => {
  const operations: [does: string, operation: Operation][] = [
    ['change', update(fact, {}, {})],
    ['change', adopt(fact, {}, {}, {})],
    ['retire', retire(fact)],
    ['cite a source for', cite(fact)],
    ['take a citation from', uncite(fact, newId('Citation'))],
  ];

  it.each(operations)('there is nothing to %s where the fact is not', (does, operation) => {
    expect(refusals(operation, there)).toEqual([]);
    expect(refusals(operation, nowhere)).toEqual([`There is nothing to ${does}: the register has no such fact.`]);
    expect(refusals(operation, gone)).toEqual([
      expect.stringContaining(`There is nothing to ${does}: the fact has been retired since.`),
    ]);
  });

  it('a fact that comes with the changeset can be cited, whichever part of it brings the fact', () => {
    const operation = cite(fact);
    expect(problems([dispute({}, fact), operation])).toEqual([]);
    expect(problems([restore(fact, {}), operation], gone)).toEqual([]);
    const outline = outlineOf([dispute({}, fact), operation]);
    expect(check([operation], nowhere, outline, [factIsThere]).problems).toEqual([]);
  });
});

it('the fact is asked for, and whether it was retired', () => {
  const needs = noNeeds();
  factIsThere.needs(cite(fact), needs);
  expect([[...needs.facts], [...needs.tombstones]]).toEqual([[fact], [fact]]);
});
