import { newDeskId, newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invert } from './invert.ts';
import { net } from './net.ts';
import { type Operation, operationKinds } from './operation.ts';
import { anyEditingSession } from './testing/editing-session.ts';
import { adopt, citationValues, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';
import { apply, emptyRegister, publishedContent, withRecordedStates } from './testing/toy-register.ts';

const reason = 'entered by mistake';
const undoing = (operations: readonly Operation[]) => invert(operations, reason, () => newDeskId('operation'));
const fact = newId('Place');
const citation = newId('Citation');

describe('invert, of one operation', () => {
  it('retires a created fact or dispute, with the reason of the revert', () => {
    for (const operation of [create('Place', {}, { fact }), dispute({}, newId('Dispute'))])
      expect(undoing([operation])).toMatchObject([{ kind: 'retire', fact: operation.fact, reason: reason }]);
  });

  it('undoes an update or adoption by an update to the base values, waived with the reason of the revert', () => {
    const [base, set] = [
      { name: 'Gib', summary: null },
      { name: 'Gibraltar', summary: 'A rock.' },
    ];
    for (const operation of [update(fact, base, set), adopt(fact, base, set, { name: newId('Claim') })])
      expect(undoing([operation])).toEqual([
        { id: expect.any(String), kind: 'update', type: 'Place', fact, set: base, base: set, waivers: { '*': reason } },
      ]);
  });

  it('empties a field that an update set without a base value', () => {
    expect(undoing([update(fact, {}, { name: 'Gibraltar' })])).toMatchObject([{ set: { name: null } }]);
  });

  it('restores the complete state that a retirement removed', () => {
    const was = { values: { name: 'Gib' }, batch: { id: newId('ImportBatch'), line: 3 }, citations: [] };
    expect(undoing([retire(fact, { was })])).toMatchObject([{ kind: 'restore', fact, state: was }]);
  });

  it('throws on a retirement without the recorded state', () => {
    expect(() => undoing([retire(fact)])).toThrow(/has no recorded state/);
  });

  it('undoes a restoration by the former retirement, with its reason and redirect', () => {
    const retired = { reason: 'a duplicate', redirectTo: newId('Place') };
    expect(undoing([{ ...restore(fact, {}), retired }])).toMatchObject([{ kind: 'retire', fact, ...retired }]);
    expect(undoing([{ ...restore(fact, {}), retired: { reason: 'a duplicate' } }])[0]).not.toHaveProperty('redirectTo');
    expect(undoing([restore(fact, {})])).toMatchObject([{ kind: 'retire', reason: reason }]);
  });

  it('removes an added citation, waived with the reason of the revert', () => {
    expect(undoing([cite(fact, {}, citation)])).toMatchObject([
      { kind: 'uncite', fact, citation, values: citationValues(fact), waivers: { '*': reason } },
    ]);
  });

  it('adds a removed citation again, under the same id', () => {
    expect(undoing([uncite(fact, citation)])).toMatchObject([
      { kind: 'cite', fact, citation, values: citationValues(fact) },
    ]);
  });
});

describe('invert, of several operations', () => {
  it('undoes the last operation first, each under a new id', () => {
    const undone = undoing([create('Place', {}, { fact }), cite(fact)]);
    expect(undone.map(({ kind }) => kind)).toEqual(['uncite', 'retire']);
    expect(new Set(undone.map(({ id }) => id)).size).toBe(2);
  });

  it('brings the register back to its former state, for any merged changeset', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyEditingSession, ({ register, operations }) => {
        const merged = withRecordedStates(net(operations).operations, register);
        for (const { kind } of merged) seen.add(kind);
        const after = apply(register, merged);
        const undone = undoing(merged);
        const before = apply(after, undone);
        expect(publishedContent(before)).toEqual(publishedContent(register));
        for (const [id, { reason, redirectTo }] of register.tombstones)
          expect(before.tombstones.get(id)).toMatchObject(redirectTo ? { reason, redirectTo } : { reason });
        // Reverting the revert applies the changeset again.
        const again = undoing(withRecordedStates(net(undone).operations, after));
        expect(publishedContent(apply(before, again))).toEqual(publishedContent(after));
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual([...operationKinds].sort());
  });

  it('returns operations that can be folded with the same effect', () => {
    fc.assert(
      fc.property(anyEditingSession, ({ register, operations }) => {
        const merged = withRecordedStates(net(operations).operations, register);
        const undone = net(undoing(merged));
        expect(undone.problems).toEqual([]);
        expect(publishedContent(apply(apply(register, merged), undone.operations))).toEqual(publishedContent(register));
      }),
    );
  });

  it('returns nothing for no operations', () => {
    expect(undoing([])).toEqual([]);
    expect(publishedContent(apply(emptyRegister, []))).toEqual({ facts: {}, citations: {} });
  });
});
