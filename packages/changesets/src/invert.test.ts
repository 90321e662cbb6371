import { newDeskId, newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invert } from './invert.ts';
import { net } from './net.ts';
import { type Operation, operationKinds } from './operation.ts';
import { adopt, cite, citing, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';
import { apply, emptyRegister, noted, readable } from './testing/toy-register.ts';
import { anyWriting } from './testing/writing.ts';

const why = 'entered by mistake';
const undoing = (operations: readonly Operation[]) => invert(operations, why, () => newDeskId('operation'));
const fact = newId('Place');
const citation = newId('Citation');

describe('the inverse of one operation', () => {
  it('of a creation or a dispute is a retirement for the reason of the revert', () => {
    for (const operation of [create('Place', {}, { fact }), dispute({}, newId('Dispute'))])
      expect(undoing([operation])).toMatchObject([{ kind: 'retire', fact: operation.fact, reason: why }]);
  });

  it('of an update or an adoption is an update back to what the editor saw, waived for the reason of the revert', () => {
    const [base, set] = [
      { name: 'Gib', summary: null },
      { name: 'Gibraltar', summary: 'A rock.' },
    ];
    for (const operation of [update(fact, base, set), adopt(fact, base, set, { name: newId('Claim') })])
      expect(undoing([operation])).toEqual([
        { id: expect.any(String), kind: 'update', type: 'Place', fact, set: base, base: set, waivers: { '*': why } },
      ]);
  });

  it('of an update whose base does not speak of a field empties the field', () => {
    expect(undoing([update(fact, {}, { name: 'Gibraltar' })])).toMatchObject([{ set: { name: null } }]);
  });

  it('of a retirement restores all that it took away', () => {
    const was = { values: { name: 'Gib' }, batch: { id: newId('ImportBatch'), line: 3 }, citations: [] };
    expect(undoing([retire(fact, { was })])).toMatchObject([{ kind: 'restore', fact, state: was }]);
  });

  it('of a retirement that does not say what it took away is a bug, and thrown', () => {
    expect(() => undoing([retire(fact)])).toThrow(/does not say what it took away/);
  });

  it('of a restoration is the retirement as it was, with its reason and where it led', () => {
    const retired = { reason: 'a duplicate', redirectTo: newId('Place') };
    expect(undoing([{ ...restore(fact, {}), retired }])).toMatchObject([{ kind: 'retire', fact, ...retired }]);
    expect(undoing([{ ...restore(fact, {}), retired: { reason: 'a duplicate' } }])[0]).not.toHaveProperty('redirectTo');
    expect(undoing([restore(fact, {})])).toMatchObject([{ kind: 'retire', reason: why }]);
  });

  it('of a citation takes it away, waived for the reason of the revert', () => {
    expect(undoing([cite(fact, {}, citation)])).toMatchObject([
      { kind: 'uncite', fact, citation, values: citing(fact), waivers: { '*': why } },
    ]);
  });

  it('of a citation taken away cites again, under the same id', () => {
    expect(undoing([uncite(fact, citation)])).toMatchObject([{ kind: 'cite', fact, citation, values: citing(fact) }]);
  });
});

describe('the inverse of many', () => {
  it('undoes the last first, each under an id of its own', () => {
    const undone = undoing([create('Place', {}, { fact }), cite(fact)]);
    expect(undone.map(({ kind }) => kind)).toEqual(['uncite', 'retire']);
    expect(new Set(undone.map(({ id }) => id)).size).toBe(2);
  });

  it('of any merged changeset brings the register back to what it was', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyWriting, ({ register, operations }) => {
        const merged = noted(net(operations).operations, register);
        for (const { kind } of merged) seen.add(kind);
        const after = apply(register, merged);
        const undone = undoing(merged);
        const before = apply(after, undone);
        expect(readable(before)).toEqual(readable(register));
        for (const [id, { reason, redirectTo }] of register.tombstones)
          expect(before.tombstones.get(id)).toMatchObject(redirectTo ? { reason, redirectTo } : { reason });
        // Reverting the revert does the work again.
        const again = undoing(noted(net(undone).operations, after));
        expect(readable(apply(before, again))).toEqual(readable(after));
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...operationKinds].sort());
  });

  it('can be folded like any other changeset, with the same effect', () => {
    fc.assert(
      fc.property(anyWriting, ({ register, operations }) => {
        const merged = noted(net(operations).operations, register);
        const undone = net(undoing(merged));
        expect(undone.problems).toEqual([]);
        expect(readable(apply(apply(register, merged), undone.operations))).toEqual(readable(register));
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(undoing([])).toEqual([]);
    expect(readable(apply(emptyRegister, []))).toEqual({ facts: {}, citations: {} });
  });
});
