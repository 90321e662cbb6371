import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { citationValues, cite, create, restore, retire, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf, type RegisterContents } from '../testing/register.ts';
import { confirmedNeedsTwoGroups } from './confirmed-needs-two-groups.ts';

const problems = problemsOf(confirmedNeedsTwoGroups);
const membership = newId('Membership');
const wire = newId('Source');
const reprint = newId('Source');
const gazette = newId('Source');
const facts: RegisterContents['facts'] = {
  [membership]: { status: 'FULL' },
  [wire]: { independenceGroup: 'wire' },
  [reprint]: { independenceGroup: 'wire' },
  [gazette]: { independenceGroup: 'gazette' },
};
const register = contextOf({ facts });
const from = (source: string, values: Values = {}) => cite(membership, { source, ...values });
const confirmed = (source: string, values: Values = {}) => from(source, { credibility: 1, ...values });

describe('confirmed-needs-two-groups', () => {
  it('refuses credibility 1 with one independence group', () => {
    const operation = confirmed(wire);
    expect(problems([operation], register)).toMatchObject([
      { code: 'confirmed-needs-two-groups', severity: 'error', fact: membership, operation: operation.id },
    ]);
  });

  it('counts two sources of one group once', () => {
    expect(problems([confirmed(wire), from(reprint)], register)).toHaveLength(1);
  });

  it('attributes the problem to the operation that graded the citation', () => {
    const operation = confirmed(wire);
    expect(problems([from(reprint), operation], register)).toMatchObject([{ operation: operation.id }]);
  });

  it('allows credibility 1 with two groups', () => {
    expect(problems([confirmed(wire), from(gazette)], register)).toEqual([]);
  });

  it('does not count a second group that disputes or mentions', () => {
    expect(problems([confirmed(wire), from(gazette, { stance: 'DISPUTES' })], register)).toHaveLength(1);
    expect(problems([confirmed(wire), from(gazette, { stance: 'MENTIONS' })], register)).toHaveLength(1);
  });

  it('requires no second group for a lower grade', () => {
    expect(problems([from(wire, { credibility: 2 }), from(wire, { credibility: 6 })], register)).toEqual([]);
  });

  it('counts a citation of the whole fact for a citation of a field', () => {
    expect(problems([confirmed(wire, { field: 'status' }), from(gazette)], register)).toEqual([]);
  });

  it('does not count a citation of another field', () => {
    const operations = [confirmed(wire, { field: 'status' }), from(gazette, { field: 'validity' })];
    expect(problems(operations, register)).toMatchObject([{ field: 'status' }]);
  });

  it('counts a citation of the same field', () => {
    const operations = [confirmed(wire, { field: 'status' }), from(gazette, { field: 'status' })];
    expect(problems(operations, register)).toEqual([]);
  });

  it('does not count a citation of a field for a citation of the whole fact', () => {
    expect(problems([confirmed(wire), from(gazette, { field: 'status' })], register)).toHaveLength(1);
  });

  it('counts an existing citation of another group', () => {
    const citations: RegisterContents['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    expect(problems([confirmed(wire)], contextOf({ facts, citations }))).toEqual([]);
  });

  it('refuses removing the second group of an existing citation with credibility 1', () => {
    const second = newId('Citation');
    const citations: RegisterContents['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
      { id: second, fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    const operation = uncite(membership, second);
    expect(problems([operation], contextOf({ facts, citations }))).toMatchObject([{ operation: operation.id }]);
    expect(problems([operation, cite(membership, { source: gazette })], contextOf({ facts, citations }))).toEqual([]);
  });

  it('allows removing the citation with credibility 1', () => {
    const first = newId('Citation');
    const citations: RegisterContents['citations'] = [
      { id: first, fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
    ];
    expect(problems([uncite(membership, first)], contextOf({ facts, citations }))).toEqual([]);
  });

  it('does not check a retired fact', () => {
    const second = newId('Citation');
    const citations: RegisterContents['citations'] = [
      { id: newId('Citation'), fact: membership, values: { source: wire, credibility: 1 }, group: 'wire' },
      { id: second, fact: membership, values: { source: gazette }, group: 'gazette' },
    ];
    expect(problems([uncite(membership, second), retire(membership)], contextOf({ facts, citations }))).toEqual([]);
  });

  it('does not check a fact whose citations do not change', () => {
    const citations: RegisterContents['citations'] = [
      { id: newId('Citation'), fact: membership, values: { credibility: 1 } },
    ];
    const operation = update(membership, { status: 'FULL' }, { status: 'OBSERVER' });
    expect(problems([operation], contextOf({ facts, citations }))).toEqual([]);
  });

  it('checks a restored fact with its restored citations', () => {
    const row = (values: Values) => ({ id: newId('Citation'), values: citationValues(membership, values) });
    const alone = restore(membership, { citations: [row({ source: wire, credibility: 1 })] });
    expect(problems([alone], register)).toHaveLength(1);
    const backed = restore(membership, {
      citations: [row({ source: wire, credibility: 1 }), row({ source: gazette })],
    });
    expect(problems([backed], register)).toEqual([]);
  });

  it('uses the groups of sources that the changeset adds', () => {
    const fresh = (independenceGroup: string) => create('Source', { name: 'New', independenceGroup });
    const [one, other, same] = [fresh('one'), fresh('other'), fresh('one')];
    expect(problems([one, other, confirmed(one.fact), from(other.fact)])).toEqual([]);
    expect(problems([one, same, confirmed(one.fact), from(same.fact)])).toHaveLength(1);
  });

  it('treats a source without a group as its own group', () => {
    expect(problems([confirmed(newId('Source')), from(newId('Source'))])).toEqual([]);
  });

  it('needs the citations of the fact and the cited sources', () => {
    const needs = noNeeds();
    confirmedNeedsTwoGroups.needs(confirmed(wire), needs);
    confirmedNeedsTwoGroups.needs(uncite(membership, newId('Citation'), { source: gazette }), needs);
    const row = { id: newId('Citation'), values: citationValues(membership, { source: reprint }) };
    confirmedNeedsTwoGroups.needs(restore(membership, { citations: [row] }), needs);
    confirmedNeedsTwoGroups.needs(create('State', { name: 'Utopia' }), needs);
    expect([...needs.citations]).toEqual([membership]);
    expect([...needs.facts]).toEqual([wire, gazette, reprint]);
  });
});
