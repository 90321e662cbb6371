import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { factIsThere } from './fact-is-there.ts';

const problems = problemsOf(factIsThere);
const fact = newId('Dispute');
const existing = contextOf({ facts: { [fact]: {} } });
const retired = contextOf({ tombstones: [fact] });
const empty = contextOf();
const refusals = (operation: Operation, context = empty) =>
  problems([operation], context).map(({ message }) => message);

describe('fact-is-there, for operations that add a fact', () => {
  it.each<[string, Operation]>([
    ['create', create('Dispute', {}, { fact })],
    ['dispute', dispute({}, fact)],
  ])('requires a new id for a %s', (_, operation) => {
    expect(problems([operation], empty)).toEqual([]);
    expect(problems([operation], existing)).toMatchObject([
      { code: 'fact-is-there', severity: 'error', fact, operation: operation.id },
    ]);
    expect(refusals(operation, existing)).toEqual([
      'The register already has a fact with this id. Give the new fact a new id.',
    ]);
    expect(refusals(operation, retired)).toEqual([
      'A fact with this id was retired. Restore it instead of creating it again.',
    ]);
  });

  it('requires a retired fact for a restoration', () => {
    const operation = restore(fact, {});
    expect(refusals(operation, retired)).toEqual([]);
    expect(refusals(operation, empty)).toEqual([
      'The register has no retired fact with this id to restore. Discard this operation.',
    ]);
    expect(refusals(operation, existing)).toEqual([
      'This fact is in the register already, so it cannot be restored. Discard this operation.',
    ]);
  });
});

describe('fact-is-there, for operations that need a fact', () => {
  const operations: [action: string, operation: Operation][] = [
    ['change', update(fact, {}, {})],
    ['change', adopt(fact, {}, {}, {})],
    ['retire', retire(fact)],
    ['cite a source for', cite(fact)],
    ['remove a citation from', uncite(fact, newId('Citation'))],
  ];

  it.each(operations)('refuses to %s a missing fact', (action, operation) => {
    expect(refusals(operation, existing)).toEqual([]);
    expect(refusals(operation, empty)).toEqual([
      `The register has no fact with this id, so you cannot ${action} it. Discard this operation.`,
    ]);
    expect(refusals(operation, retired)).toEqual([
      expect.stringContaining(`You cannot ${action} this fact, because it has been retired.`),
    ]);
  });

  it('allows citing a fact that another batch of the changeset adds', () => {
    const operation = cite(fact);
    expect(problems([dispute({}, fact), operation])).toEqual([]);
    expect(problems([restore(fact, {}), operation], retired)).toEqual([]);
    const outline = outlineOf([dispute({}, fact), operation]);
    expect(check([operation], empty, outline, [factIsThere]).problems).toEqual([]);
  });
});

it('needs the fact and its tombstone', () => {
  const needs = noNeeds();
  factIsThere.needs(cite(fact), needs);
  expect([[...needs.facts], [...needs.tombstones]]).toEqual([[fact], [fact]]);
});
