import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { Batch } from '../rule.ts';
import { noNeeds } from '../rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { coverageOf, needsCitation } from './needs-citation.ts';

const problems = problemsOf(needsCitation);
const place = newId('Place');
const bare = (operations: readonly Operation[], known = standing()) =>
  problems(operations, known).map(({ field }) => field);
// A name is not cited; the type and the status of a place are.
const values = { name: 'Gibraltar', placeType: 'DISPUTED_TERRITORY', territoryStatus: 'DISPUTED' };
const recorded = (rest = {}) => create('Place', values, { fact: place, ...rest });
const register = (...citations: { id: string; field?: string }[]) =>
  standing({
    facts: { [place]: values },
    citations: citations.map(({ id, field }) => ({ id, fact: place, ...(field ? { values: { field } } : {}) })),
  });

describe('what a new fact needs', () => {
  it('each cited field without evidence is a problem that names the field, the fact and the operation', () => {
    const operation = recorded();
    expect(problems([operation])).toMatchObject([
      {
        code: 'needs-citation',
        severity: 'error',
        fact: place,
        field: 'placeType',
        operation: operation.id,
        message: expect.stringMatching(/^Type is set without evidence/),
      },
      { field: 'territoryStatus', message: expect.stringMatching(/^Territorial status /) },
    ]);
  });

  it('fields that need no evidence are not asked for it', () => {
    expect(bare([create('Person', { name: 'Ana', summary: 'A minister.' })])).toEqual([]);
  });

  it('a citation of the fact covers all its fields', () => {
    expect(bare([recorded(), cite(place)])).toEqual([]);
  });

  it('a citation of a field covers that field and no other', () => {
    expect(bare([recorded(), cite(place, { field: 'placeType' })])).toEqual(['territoryStatus']);
  });

  it('a citation of another fact covers nothing', () => {
    expect(bare([recorded(), cite(newId('Place'))])).toEqual(['placeType', 'territoryStatus']);
  });

  it('the citation of its import batch covers all its fields', () => {
    expect(bare([recorded({ batch: { id: newId('ImportBatch'), line: 4 } })])).toEqual([]);
  });

  it('a waiver with a reason covers its own field', () => {
    expect(bare([recorded({ waivers: { placeType: 'common knowledge' } })])).toEqual(['territoryStatus']);
  });

  it('a waiver of the whole fact covers all its fields', () => {
    expect(bare([recorded({ waivers: { '*': 'common knowledge' } })])).toEqual([]);
  });

  it('a waiver without a word waives nothing', () => {
    expect(bare([recorded({ waivers: { '*': '' } })])).toEqual(['placeType', 'territoryStatus']);
  });

  it('to say that there is none, or that it is unknown, needs evidence as a value does', () => {
    const operation = create('Place', { name: 'Atlantis', country: { absent: 'NONE' } });
    expect(bare([operation])).toEqual(['country']);
  });

  it('a dispute cites what it says is at issue', () => {
    const operation = dispute({ one: place, other: newId('Place'), point: 'Which of the two it is.' });
    expect(bare([operation])).toEqual(['point']);
    expect(bare([operation, cite(operation.fact)])).toEqual([]);
  });

  it('a restored fact brings the evidence that it had, and is not asked for more', () => {
    expect(bare([restore(place, { values })])).toEqual([]);
  });
});

describe('what a change needs', () => {
  const change = (rest = {}) => update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' }, rest);

  it('a new value needs new evidence, for what was cited for the old one does not speak for it', () => {
    expect(bare([change()], register({ id: newId('Citation') }))).toEqual(['territoryStatus']);
  });

  it('a new citation of the fact or of the field is new evidence, and one of another field is not', () => {
    expect(bare([change(), cite(place)], register())).toEqual([]);
    expect(bare([change(), cite(place, { field: 'territoryStatus' })], register())).toEqual([]);
    expect(bare([change(), cite(place, { field: 'placeType' })], register())).toEqual(['territoryStatus']);
  });

  it('the batch from which a fact came does not speak for a later change', () => {
    const known = standing({ facts: { [place]: values }, batch: { id: newId('ImportBatch'), line: 1 } });
    expect(bare([change()], known)).toEqual(['territoryStatus']);
  });

  it('a change may be waived by field or as a whole', () => {
    expect(bare([change({ waivers: { territoryStatus: 'a slip of the pen' } })], register())).toEqual([]);
    expect(bare([change({ waivers: { '*': 'a slip of the pen' } })], register())).toEqual([]);
    expect(bare([change({ waivers: { placeType: 'a slip of the pen' } })], register())).toEqual(['territoryStatus']);
  });

  it('to empty a field needs no evidence', () => {
    expect(bare([update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: null })], register())).toEqual([]);
  });

  it('an adopted claim is the evidence for the field that it is adopted for, and for no other', () => {
    const both = { territoryStatus: 'OCCUPIED', placeType: 'REGION' };
    const operation = adopt(place, values, both, { territoryStatus: newId('Claim') });
    expect(bare([operation], register())).toEqual(['placeType']);
  });

  it('a retirement needs no citation', () => {
    expect(bare([retire(place)], register())).toEqual([]);
  });
});

describe('what taking a citation away needs', () => {
  const [first, second] = [newId('Citation'), newId('Citation')];

  it('every field that is left bare is a problem of the operation that bares it', () => {
    const operation = uncite(place, first);
    expect(problems([operation], register({ id: first }))).toMatchObject([
      { field: 'placeType', operation: operation.id },
      { field: 'territoryStatus', operation: operation.id },
    ]);
  });

  it('a field that another citation covers is not bare', () => {
    expect(bare([uncite(place, first)], register({ id: first }, { id: second }))).toEqual([]);
    expect(bare([uncite(place, first)], register({ id: first }, { id: second, field: 'placeType' }))).toEqual([
      'territoryStatus',
    ]);
  });

  it('a citation that comes in its place covers', () => {
    expect(bare([uncite(place, first), cite(place)], register({ id: first }))).toEqual([]);
  });

  it('a citation of one field bares that field only', () => {
    expect(bare([uncite(place, first, { field: 'placeType' })], register({ id: first, field: 'placeType' }))).toEqual([
      'placeType',
    ]);
  });

  it('what a citation was cited for is read from the register, not from what the editor says', () => {
    const known = register({ id: first }, { id: second, field: 'placeType' });
    expect(bare([uncite(place, first, { field: 'placeType' })], known)).toEqual(['territoryStatus']);
  });

  it('a field that is empty, or emptied in the same changeset, needs no citation', () => {
    const emptied = update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: null });
    const operation = uncite(place, first, { field: 'territoryStatus' });
    expect(bare([operation, emptied], register({ id: first, field: 'territoryStatus' }))).toEqual([]);
    const never = uncite(place, first, { field: 'country' });
    expect(bare([never], register({ id: first, field: 'country' }))).toEqual([]);
  });

  it('the import batch of a fact still covers it', () => {
    const known = standing({
      facts: { [place]: values },
      batch: { id: newId('ImportBatch'), line: 1 },
      citations: [{ id: first, fact: place }],
    });
    expect(bare([uncite(place, first)], known)).toEqual([]);
  });

  it('a waiver says why the field can do without, on whichever of several citations that go', () => {
    const waivers = { placeType: 'the atlas is withdrawn' };
    const known = register({ id: first, field: 'placeType' }, { id: second, field: 'placeType' });
    const one = uncite(place, first, { field: 'placeType' });
    expect(bare([one, uncite(place, second, { field: 'placeType' })], known)).toEqual(['placeType']);
    expect(bare([one, uncite(place, second, { field: 'placeType' }, { waivers })], known)).toEqual([]);
  });

  it('a fact that goes leaves no field bare', () => {
    expect(bare([uncite(place, first), retire(place)], register({ id: first }))).toEqual([]);
  });

  it('a waiver for what goes does not waive the evidence of what is set', () => {
    const operations = [
      update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' }),
      uncite(place, first, {}, { waivers: { '*': 'the atlas is withdrawn' } }),
    ];
    expect(bare(operations, register({ id: first }))).toEqual(['territoryStatus']);
  });

  it('a field that is set and bared at once is asked for once, of the operation that sets it', () => {
    const change = update(place, { territoryStatus: 'DISPUTED' }, { territoryStatus: 'OCCUPIED' });
    const known = register({ id: first, field: 'territoryStatus' });
    expect(problems([uncite(place, first, { field: 'territoryStatus' }), change], known)).toMatchObject([
      { field: 'territoryStatus', operation: change.id },
    ]);
  });

  it('the fact and its citations are asked for', () => {
    const needs = noNeeds();
    needsCitation.needs(uncite(place, first), needs);
    expect([[...needs.facts], [...needs.citations]]).toEqual([[place], [place]]);
  });
});

describe('coverageOf', () => {
  it('says of every cited field that is set how it is covered', () => {
    const operations = [
      recorded({ waivers: { territoryStatus: 'common knowledge' } }),
      cite(place, { field: 'placeType' }),
      create('Place', { placeType: 'CITY' }, { batch: { id: newId('ImportBatch'), line: 1 } }),
      create('Place', { placeType: 'CITY' }),
    ];
    const batch = new Batch(operations, outlineOf(operations), standing());
    expect([...coverageOf(batch)].map(({ field, coverage }) => [field, coverage])).toEqual([
      ['placeType', 'cited'],
      ['territoryStatus', 'waived'],
      ['placeType', 'batch'],
      ['placeType', 'missing'],
    ]);
  });
});
