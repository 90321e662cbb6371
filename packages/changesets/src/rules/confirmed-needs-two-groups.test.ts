import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { cite, citing, create, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { type Standing, standing } from '../testing/register.ts';
import { confirmedNeedsTwoGroups } from './confirmed-needs-two-groups.ts';

const problems = problemsOf(confirmedNeedsTwoGroups);
const membership = newId('Membership');
const wire = newId('Source');
const reprint = newId('Source');
const gazette = newId('Source');
const facts: Standing['facts'] = {
  [membership]: { status: 'FULL' },
  [wire]: { independenceGroup: 'wire' },
  [reprint]: { independenceGroup: 'wire' },
  [gazette]: { independenceGroup: 'gazette' },
};
const register = standing({ facts });
const from = (source: string, values: Values = {}) => cite(membership, { source, ...values });
const confirmed = (source: string, values: Values = {}) => from(source, { credibility: 1, ...values });

describe('confirmed-needs-two-groups', () => {
  it('credibility 1 on the word of one group is refused', () => {
    const operation = confirmed(wire);
    expect(problems([operation], register)).toMatchObject([
      { code: 'confirmed-needs-two-groups', severity: 'error', fact: membership, operation: operation.id },
    ]);
  });

  it('two sources of one group count once', () => {
    expect(problems([confirmed(wire), from(reprint)], register)).toHaveLength(1);
  });

  it('the problem is one of the operation that graded so, not of another that cites the fact', () => {
    const operation = confirmed(wire);
    expect(problems([from(reprint), operation], register)).toMatchObject([{ operation: operation.id }]);
  });

  it('two groups confirm', () => {
    expect(problems([confirmed(wire), from(gazette)], register)).toEqual([]);
  });

  it('a second group that disputes or mentions does not confirm', () => {
    expect(problems([confirmed(wire), from(gazette, { stance: 'DISPUTES' })], register)).toHaveLength(1);
    expect(problems([confirmed(wire), from(gazette, { stance: 'MENTIONS' })], register)).toHaveLength(1);
  });

  it('a lower grade needs no second group', () => {
    expect(problems([from(wire, { credibility: 2 }), from(wire, { credibility: 6 })], register)).toEqual([]);
  });

  it('a citation of the whole fact confirms a citation of one of its fields', () => {
    expect(problems([confirmed(wire, { field: 'status' }), from(gazette)], register)).toEqual([]);
  });

  it('a citation of another field confirms nothing', () => {
    const operations = [confirmed(wire, { field: 'status' }), from(gazette, { field: 'validity' })];
    expect(problems(operations, register)).toMatchObject([{ field: 'status' }]);
  });

  it('a citation of the same field confirms', () => {
    const operations = [confirmed(wire, { field: 'status' }), from(gazette, { field: 'status' })];
    expect(problems(operations, register)).toEqual([]);
  });

  it('a citation of one field does not confirm the fact as a whole', () => {
    expect(problems([confirmed(wire), from(gazette, { field: 'status' })], register)).toHaveLength(1);
  });

  it('a standing citation of another group confirms', () => {
    const citations: Standing['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    expect(problems([confirmed(wire)], standing({ facts, citations }))).toEqual([]);
  });

  it('taking away the second group leaves the standing grade without its confirmation', () => {
    const second = newId('Citation');
    const citations: Standing['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
      { id: second, fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    const operation = uncite(membership, second);
    expect(problems([operation], standing({ facts, citations }))).toMatchObject([{ operation: operation.id }]);
    expect(problems([operation, cite(membership, { source: gazette })], standing({ facts, citations }))).toEqual([]);
  });

  it('taking away the confirmed citation itself is always allowed', () => {
    const first = newId('Citation');
    const citations: Standing['citations'] = [
      { id: first, fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
    ];
    expect(problems([uncite(membership, first)], standing({ facts, citations }))).toEqual([]);
  });

  it('a fact that goes needs no confirmation, whatever is taken from it before', () => {
    const second = newId('Citation');
    const citations: Standing['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
      { id: second, fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    expect(problems([uncite(membership, second), retire(membership)], standing({ facts, citations }))).toEqual([]);
  });

  it('a fact whose citations are not touched is not judged again', () => {
    const citations: Standing['citations'] = [{ id: newId('Citation'), fact: membership, values: { credibility: 1 } }];
    const operation = update(membership, { status: 'FULL' }, { status: 'OBSERVER' });
    expect(problems([operation], standing({ facts, citations }))).toEqual([]);
  });

  it('a restored fact is judged by the citations that come back with it', () => {
    const row = (values: Values) => ({ id: newId('Citation'), values: citing(membership, values) });
    const alone = restore(membership, { citations: [row({ source: wire, credibility: 1 })] });
    expect(problems([alone], register)).toHaveLength(1);
    const backed = restore(membership, {
      citations: [row({ source: wire, credibility: 1 }), row({ source: gazette })],
    });
    expect(problems([backed], register)).toEqual([]);
  });

  it('sources that come with the changeset count by their groups', () => {
    const fresh = (independenceGroup: string) => create('Source', { name: 'New', independenceGroup });
    const [one, other, same] = [fresh('one'), fresh('other'), fresh('one')];
    expect(problems([one, other, confirmed(one.fact), from(other.fact)])).toEqual([]);
    expect(problems([one, same, confirmed(one.fact), from(same.fact)])).toHaveLength(1);
  });

  it('a source of which no group is known stands for itself', () => {
    expect(problems([confirmed(newId('Source')), from(newId('Source'))])).toEqual([]);
  });

  it('the citations of a fact are asked for, and the sources that are cited', () => {
    const needs = noNeeds();
    confirmedNeedsTwoGroups.needs(confirmed(wire), needs);
    confirmedNeedsTwoGroups.needs(uncite(membership, newId('Citation'), { source: gazette }), needs);
    const row = { id: newId('Citation'), values: citing(membership, { source: reprint }) };
    confirmedNeedsTwoGroups.needs(restore(membership, { citations: [row] }), needs);
    confirmedNeedsTwoGroups.needs(create('State', { name: 'Utopia' }), needs);
    expect([...needs.citations]).toEqual([membership]);
    expect([...needs.facts]).toEqual([wire, gazette, reprint]);
  });
});
