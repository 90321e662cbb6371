import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { adopt, create, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { claimStates, rivalKept } from './rival-kept.ts';

const problems = problemsOf(rivalKept);
const membership = newId('Membership');
const [full, observer, older] = [newId('Claim'), newId('Claim'), newId('Claim')];
const rival = (value: unknown, field = 'status', subject = membership): Values => ({
  subject,
  field,
  value: JSON.stringify(value),
});
const register = contextOf({
  facts: { [membership]: { status: 'FULL' }, [full]: rival('FULL'), [observer]: rival('OBSERVER') },
});
const adoptObserver = (claim = observer) =>
  adopt(membership, { status: 'FULL' }, { status: 'OBSERVER' }, { status: claim });

describe('rival-kept, for the adopted claim', () => {
  it('allows a claim that states the value while another claim keeps the replaced one', () => {
    expect(problems([adoptObserver()], register)).toEqual([]);
  });

  it('refuses a claim that states another value', () => {
    const operation = adopt(membership, { status: 'FULL' }, { status: 'PARTNER' }, { status: observer });
    expect(problems([operation], register)).toMatchObject([
      {
        code: 'rival-kept',
        severity: 'error',
        fact: membership,
        field: 'status',
        operation: operation.id,
        message:
          'The adopted claim does not state the new value of this field. Adopt a claim that does, or set the value with an update.',
      },
    ]);
  });

  it('refuses a named claim that does not state the value, even if another claim does', () => {
    expect(problems([adoptObserver(full)], register)).toHaveLength(1);
    expect(problems([adoptObserver(newId('Claim'))], register)).toHaveLength(1);
  });

  it('refuses a claim about another field or fact', () => {
    const facts = { [membership]: { status: 'FULL' }, [full]: rival('FULL') };
    const onField = contextOf({ facts: { ...facts, [observer]: rival('OBSERVER', 'statusPrinted') } });
    expect(problems([adoptObserver()], onField)).toHaveLength(1);
    const onFact = contextOf({ facts: { ...facts, [observer]: rival('OBSERVER', 'status', newId('Membership')) } });
    expect(problems([adoptObserver()], onFact)).toHaveLength(1);
  });

  it('allows a claim that the changeset adds', () => {
    const fresh = create('Claim', rival('OBSERVER'));
    const context = contextOf({ facts: { [membership]: { status: 'FULL' }, [full]: rival('FULL') } });
    expect(problems([fresh, adoptObserver(fresh.fact)], context)).toEqual([]);
  });

  it('uses the values that the changeset gives to the claim', () => {
    const reworded = update(observer, { value: '"OBSERVER"' }, { value: '"PARTNER"' });
    expect(problems([reworded, adoptObserver()], register)).toHaveLength(1);
    const moved = update(observer, { subject: membership }, { subject: newId('Membership') });
    expect(problems([moved, adoptObserver()], register)).toHaveLength(1);
  });

  it('requires no other claim when the field was empty', () => {
    const operation = adopt(membership, { status: null }, { status: 'OBSERVER' }, { status: observer });
    expect(problems([operation], contextOf({ facts: { [observer]: rival('OBSERVER') } }))).toEqual([]);
  });
});

describe('rival-kept, for the replaced value', () => {
  const alone = { [membership]: { status: 'FULL' }, [observer]: rival('OBSERVER') };

  it('refuses an adoption when no claim states the replaced value', () => {
    expect(problems([adoptObserver()], contextOf({ facts: alone }))).toMatchObject([
      { field: 'status', message: expect.stringMatching(/^The replaced value would be lost,/) },
    ]);
  });

  it('accepts a claim that the changeset adds', () => {
    expect(problems([adoptObserver(), create('Claim', rival('FULL'))], contextOf({ facts: alone }))).toEqual([]);
  });

  it('does not accept a claim that the changeset retires or changes', () => {
    expect(problems([adoptObserver(), retire(full)], register)).toHaveLength(1);
    const reworded = update(full, { value: '"FULL"' }, { value: '"CANDIDATE"' });
    expect(problems([adoptObserver(), reworded], register)).toHaveLength(1);
  });

  it('accepts any of several claims', () => {
    const context = contextOf({ facts: { ...alone, [older]: rival('CANDIDATE'), [full]: rival('FULL') } });
    expect(problems([adoptObserver()], context)).toEqual([]);
  });

  it('checks each adopted field and no other', () => {
    const since = newId('Claim');
    const date = { edtf: '2005' };
    const operation = adopt(
      membership,
      { status: 'FULL', validity: { edtf: '2004' }, statusPrinted: 'Full' },
      { status: 'OBSERVER', validity: date, statusPrinted: 'Observer' },
      { status: observer, validity: since },
    );
    const context = contextOf({
      facts: { [full]: rival('FULL'), [observer]: rival('OBSERVER'), [since]: rival(date, 'validity') },
    });
    expect(problems([operation], context).map(({ field }) => field)).toEqual(['validity']);
  });

  it('does not check a plain update', () => {
    expect(problems([update(membership, { status: 'FULL' }, { status: 'OBSERVER' })], register)).toEqual([]);
  });
});

describe('claimStates', () => {
  it('parses the value of a claim as JSON', () => {
    expect(claimStates(rival({ edtf: '2005', basis: 'STATED' }), 'status', { basis: 'STATED', edtf: '2005' })).toBe(
      true,
    );
    expect(claimStates(rival(['AIR', 'SEA']), 'status', ['AIR', 'SEA'])).toBe(true);
    expect(claimStates(rival({ absent: 'NONE' }), 'status', { absent: 'NONE' })).toBe(true);
    expect(claimStates(rival(76), 'status', '76')).toBe(false);
  });

  it('treats a value that is not JSON as plain text', () => {
    expect(claimStates({ field: 'title', value: 'The Treaty of X' }, 'title', 'The Treaty of X')).toBe(true);
  });

  it('returns false for a claim without a value', () => {
    expect(claimStates({ field: 'title' }, 'title', null)).toBe(false);
  });
});

it('needs the claims about the fact and the adopted claims', () => {
  const needs = noNeeds();
  rivalKept.needs(adoptObserver(), needs);
  rivalKept.needs(update(newId('State'), {}, {}), needs);
  expect([[...needs.rivals], [...needs.facts]]).toEqual([[membership], [membership, observer]]);
});
