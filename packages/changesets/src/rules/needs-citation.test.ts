import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { Batch } from '../rule.ts';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { coveredFields, needsCitation } from './needs-citation.ts';

const problems = problemsOf(needsCitation);
const place = newId('Place');
const uncovered = (operations: readonly Operation[], context = contextOf()) =>
  problems(operations, context).map(({ field }) => field);
// The name of a place requires no evidence; its type and status do.
const values = { name: 'Gibraltar', placeType: 'DISPUTED_TERRITORY', territoryStatus: 'DISPUTED' };
const recorded = (rest = {}) => create('Place', values, { fact: place, ...rest });
const register = (...citations: { id: string; field?: string }[]) =>
  contextOf({
    facts: { [place]: values },
    citations: citations.map(({ id, field }) => ({ id, fact: place, ...(field ? { values: { field } } : {}) })),
  });

describe('needs-citation, for a new fact', () => {
  it('reports each field without evidence, with its fact and operation', () => {
    const operation = recorded();
    expect(problems([operation])).toMatchObject([
      {
        code: 'needs-citation',
        severity: 'error',
        fact: place,
        field: 'placeType',
        operation: operation.id,
        message: expect.stringMatching(/^Type has no evidence for its value\./),
      },
      { field: 'territoryStatus', message: expect.stringMatching(/^Territorial status /) },
    ]);
  });

  it('ignores fields that require no evidence', () => {
    expect(uncovered([create('Person', { name: 'Ana', summary: 'A minister.' })])).toEqual([]);
  });

  it('accepts a citation of the fact for all fields', () => {
    expect(uncovered([recorded(), cite(place)])).toEqual([]);
  });

  it('accepts a citation of a field for that field only', () => {
    expect(uncovered([recorded(), cite(place, { field: 'placeType' })])).toEqual(['territoryStatus']);
  });

  it('does not accept a citation of another fact', () => {
    expect(uncovered([recorded(), cite(newId('Place'))])).toEqual(['placeType', 'territoryStatus']);
  });

  it('accepts the citation of the import batch for all fields', () => {
    expect(uncovered([recorded({ batch: { id: newId('ImportBatch'), line: 4 } })])).toEqual([]);
  });

  it('accepts a waiver for its field', () => {
    expect(uncovered([recorded({ waivers: { placeType: 'common knowledge' } })])).toEqual(['territoryStatus']);
  });

  it('accepts a waiver of the whole fact for all fields', () => {
    expect(uncovered([recorded({ waivers: { '*': 'common knowledge' } })])).toEqual([]);
  });

  it('does not accept an empty waiver', () => {
    expect(uncovered([recorded({ waivers: { '*': '' } })])).toEqual(['placeType', 'territoryStatus']);
  });

  it('requires evidence for an absence', () => {
    const operation = create('Place', { name: 'Atlantis', country: { absent: 'NONE' } });
    expect(uncovered([operation])).toEqual(['country']);
  });

  it('requires evidence for the subject of a dispute', () => {
    const operation = dispute({ one: place, other: newId('Place'), point: 'Which of the two it is.' });
    expect(uncovered([operation])).toEqual(['point']);
    expect(uncovered([operation, cite(operation.fact)])).toEqual([]);
  });

  it('accepts the existing evidence of a restored fact', () => {
    expect(uncovered([restore(place, { values })])).toEqual([]);
  });
});

describe('needs-citation, for a change', () => {
  const change = (rest = {}) => update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' }, rest);

  it('requires new evidence for a new value', () => {
    expect(uncovered([change()], register({ id: newId('Citation') }))).toEqual(['territoryStatus']);
  });

  it('accepts a new citation of the fact or the field, but not of another field', () => {
    expect(uncovered([change(), cite(place)], register())).toEqual([]);
    expect(uncovered([change(), cite(place, { field: 'territoryStatus' })], register())).toEqual([]);
    expect(uncovered([change(), cite(place, { field: 'placeType' })], register())).toEqual(['territoryStatus']);
  });

  it('does not accept the import batch of the fact for a later change', () => {
    const context = contextOf({ facts: { [place]: values }, batch: { id: newId('ImportBatch'), line: 1 } });
    expect(uncovered([change()], context)).toEqual(['territoryStatus']);
  });

  it('accepts a waiver of the field or of the whole change', () => {
    expect(uncovered([change({ waivers: { territoryStatus: 'a slip of the pen' } })], register())).toEqual([]);
    expect(uncovered([change({ waivers: { '*': 'a slip of the pen' } })], register())).toEqual([]);
    expect(uncovered([change({ waivers: { placeType: 'a slip of the pen' } })], register())).toEqual([
      'territoryStatus',
    ]);
  });

  it('requires no evidence for emptying a field', () => {
    expect(uncovered([update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: null })], register())).toEqual(
      [],
    );
  });

  it('accepts an adopted claim for its field only', () => {
    const both = { territoryStatus: 'OCCUPIED', placeType: 'REGION' };
    const operation = adopt(place, values, both, { territoryStatus: newId('Claim') });
    expect(uncovered([operation], register())).toEqual(['placeType']);
  });

  it('requires no evidence for a retirement', () => {
    expect(uncovered([retire(place)], register())).toEqual([]);
  });
});

describe('needs-citation, for the removal of a citation', () => {
  const [first, second] = [newId('Citation'), newId('Citation')];

  it('reports every field left without evidence, for the operation that removes it', () => {
    const operation = uncite(place, first);
    expect(problems([operation], register({ id: first }))).toMatchObject([
      { field: 'placeType', operation: operation.id },
      { field: 'territoryStatus', operation: operation.id },
    ]);
  });

  it('accepts another citation of the field', () => {
    expect(uncovered([uncite(place, first)], register({ id: first }, { id: second }))).toEqual([]);
    expect(uncovered([uncite(place, first)], register({ id: first }, { id: second, field: 'placeType' }))).toEqual([
      'territoryStatus',
    ]);
  });

  it('accepts a citation that is added in its place', () => {
    expect(uncovered([uncite(place, first), cite(place)], register({ id: first }))).toEqual([]);
  });

  it('reports only the field that the removed citation covered', () => {
    expect(
      uncovered([uncite(place, first, { field: 'placeType' })], register({ id: first, field: 'placeType' })),
    ).toEqual(['placeType']);
  });

  it('takes the cited field from the register, not from the operation', () => {
    const context = register({ id: first }, { id: second, field: 'placeType' });
    expect(uncovered([uncite(place, first, { field: 'placeType' })], context)).toEqual(['territoryStatus']);
  });

  it('ignores fields that are empty or emptied in the same changeset', () => {
    const emptied = update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: null });
    const operation = uncite(place, first, { field: 'territoryStatus' });
    expect(uncovered([operation, emptied], register({ id: first, field: 'territoryStatus' }))).toEqual([]);
    const never = uncite(place, first, { field: 'country' });
    expect(uncovered([never], register({ id: first, field: 'country' }))).toEqual([]);
  });

  it('accepts the import batch of the fact', () => {
    const context = contextOf({
      facts: { [place]: values },
      batch: { id: newId('ImportBatch'), line: 1 },
      citations: [{ id: first, fact: place }],
    });
    expect(uncovered([uncite(place, first)], context)).toEqual([]);
  });

  it('accepts a waiver on any of several removals', () => {
    const waivers = { placeType: 'the atlas is withdrawn' };
    const context = register({ id: first, field: 'placeType' }, { id: second, field: 'placeType' });
    const firstRemoval = uncite(place, first, { field: 'placeType' });
    expect(uncovered([firstRemoval, uncite(place, second, { field: 'placeType' })], context)).toEqual(['placeType']);
    expect(uncovered([firstRemoval, uncite(place, second, { field: 'placeType' }, { waivers })], context)).toEqual([]);
  });

  it('ignores a retired fact', () => {
    expect(uncovered([uncite(place, first), retire(place)], register({ id: first }))).toEqual([]);
  });

  it('does not accept the waiver of a removal for a field that is set', () => {
    const operations = [
      update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' }),
      uncite(place, first, {}, { waivers: { '*': 'the atlas is withdrawn' } }),
    ];
    expect(uncovered(operations, register({ id: first }))).toEqual(['territoryStatus']);
  });

  it('reports a field that is both set and left without evidence once, for the operation that sets it', () => {
    const change = update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' });
    const context = register({ id: first, field: 'territoryStatus' });
    expect(problems([uncite(place, first, { field: 'territoryStatus' }), change], context)).toMatchObject([
      { field: 'territoryStatus', operation: change.id },
    ]);
  });

  it('needs the fact and its citations', () => {
    const needs = noNeeds();
    needsCitation.needs(uncite(place, first), needs);
    expect([[...needs.facts], [...needs.citations]]).toEqual([[place], [place]]);
  });
});

describe('coveredFields', () => {
  it('returns the coverage of every set field that requires evidence', () => {
    const operations = [
      recorded({ waivers: { territoryStatus: 'common knowledge' } }),
      cite(place, { field: 'placeType' }),
      create('Place', { placeType: 'CITY' }, { batch: { id: newId('ImportBatch'), line: 1 } }),
      create('Place', { placeType: 'CITY' }),
    ];
    const batch = new Batch(operations, outlineOf(operations), contextOf());
    expect([...coveredFields(batch)].map(({ field, coverage }) => [field, coverage])).toEqual([
      ['placeType', 'cited'],
      ['territoryStatus', 'waived'],
      ['placeType', 'batch'],
      ['placeType', 'missing'],
    ]);
  });
});
