import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { adopt, create, retire, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { rivalKept, states } from './rival-kept.ts';

const problems = problemsOf(rivalKept);
const membership = newId('Membership');
const [full, observer, older] = [newId('Claim'), newId('Claim'), newId('Claim')];
const rival = (value: unknown, field = 'status', subject = membership): Values => ({
  subject,
  field,
  value: JSON.stringify(value),
});
const register = standing({
  facts: { [membership]: { status: 'FULL' }, [full]: rival('FULL'), [observer]: rival('OBSERVER') },
});
const adoptObserver = (claim = observer) =>
  adopt(membership, { status: 'FULL' }, { status: 'OBSERVER' }, { status: claim });

describe('the claim that is adopted', () => {
  it('states the value for the field, while another claim keeps the value that it displaces', () => {
    expect(problems([adoptObserver()], register)).toEqual([]);
  });

  it('states the very value that is set', () => {
    const operation = adopt(membership, { status: 'FULL' }, { status: 'PARTNER' }, { status: observer });
    expect(problems([operation], register)).toMatchObject([
      {
        code: 'rival-kept',
        severity: 'error',
        fact: membership,
        field: 'status',
        operation: operation.id,
        message: 'The claim that is adopted does not state this value for this field.',
      },
    ]);
  });

  it('is the one that is named, and not some other claim that states the value', () => {
    expect(problems([adoptObserver(full)], register)).toHaveLength(1);
    expect(problems([adoptObserver(newId('Claim'))], register)).toHaveLength(1);
  });

  it('is about this field of this fact', () => {
    const facts = { [membership]: { status: 'FULL' }, [full]: rival('FULL') };
    const onField = standing({ facts: { ...facts, [observer]: rival('OBSERVER', 'statusPrinted') } });
    expect(problems([adoptObserver()], onField)).toHaveLength(1);
    const onFact = standing({ facts: { ...facts, [observer]: rival('OBSERVER', 'status', newId('Membership')) } });
    expect(problems([adoptObserver()], onFact)).toHaveLength(1);
  });

  it('may come with the same changeset', () => {
    const fresh = create('Claim', rival('OBSERVER'));
    const known = standing({ facts: { [membership]: { status: 'FULL' }, [full]: rival('FULL') } });
    expect(problems([fresh, adoptObserver(fresh.fact)], known)).toEqual([]);
  });

  it('is read as the same changeset rewords it', () => {
    const reworded = update(observer, { value: '"OBSERVER"' }, { value: '"PARTNER"' });
    expect(problems([reworded, adoptObserver()], register)).toHaveLength(1);
    const moved = update(observer, { subject: membership }, { subject: newId('Membership') });
    expect(problems([moved, adoptObserver()], register)).toHaveLength(1);
  });

  it('gives a field that was empty its first value, which displaces nothing', () => {
    const operation = adopt(membership, { status: null }, { status: 'OBSERVER' }, { status: observer });
    expect(problems([operation], standing({ facts: { [observer]: rival('OBSERVER') } }))).toEqual([]);
  });
});

describe('the value that is displaced', () => {
  const alone = { [membership]: { status: 'FULL' }, [observer]: rival('OBSERVER') };

  it('is lost without a claim that states it, and that is refused', () => {
    expect(problems([adoptObserver()], standing({ facts: alone }))).toMatchObject([
      { field: 'status', message: expect.stringMatching(/^The value that is displaced would be lost\./) },
    ]);
  });

  it('may be recorded as a claim in the same changeset', () => {
    expect(problems([adoptObserver(), create('Claim', rival('FULL'))], standing({ facts: alone }))).toEqual([]);
  });

  it('is not kept by a claim that the same changeset retires or rewords', () => {
    expect(problems([adoptObserver(), retire(full)], register)).toHaveLength(1);
    const reworded = update(full, { value: '"FULL"' }, { value: '"CANDIDATE"' });
    expect(problems([adoptObserver(), reworded], register)).toHaveLength(1);
  });

  it('is kept by any of several claims', () => {
    const known = standing({ facts: { ...alone, [older]: rival('CANDIDATE'), [full]: rival('FULL') } });
    expect(problems([adoptObserver()], known)).toEqual([]);
  });

  it('is judged for each field that is adopted, and for no other', () => {
    const since = newId('Claim');
    const date = { edtf: '2005' };
    const operation = adopt(
      membership,
      { status: 'FULL', validity: { edtf: '2004' }, statusPrinted: 'Full' },
      { status: 'OBSERVER', validity: date, statusPrinted: 'Observer' },
      { status: observer, validity: since },
    );
    const known = standing({
      facts: { [full]: rival('FULL'), [observer]: rival('OBSERVER'), [since]: rival(date, 'validity') },
    });
    expect(problems([operation], known).map(({ field }) => field)).toEqual(['validity']);
  });

  it('a plain update displaces what it likes: it needs new evidence, not a claim', () => {
    expect(problems([update(membership, { status: 'FULL' }, { status: 'OBSERVER' })], register)).toEqual([]);
  });
});

describe('the value of a claim', () => {
  it('is the JSON that operations write', () => {
    expect(states(rival({ edtf: '2005', basis: 'STATED' }), 'status', { basis: 'STATED', edtf: '2005' })).toBe(true);
    expect(states(rival(['AIR', 'SEA']), 'status', ['AIR', 'SEA'])).toBe(true);
    expect(states(rival({ absent: 'NONE' }), 'status', { absent: 'NONE' })).toBe(true);
    expect(states(rival(76), 'status', '76')).toBe(false);
  });

  it('is the bare text of an editor where it is no JSON', () => {
    expect(states({ field: 'title', value: 'The Treaty of X' }, 'title', 'The Treaty of X')).toBe(true);
  });

  it('is nothing where the claim has none', () => {
    expect(states({ field: 'title' }, 'title', null)).toBe(false);
  });
});

it('the claims about the fact are asked for, and those that are adopted', () => {
  const needs = noNeeds();
  rivalKept.needs(adoptObserver(), needs);
  rivalKept.needs(update(newId('State'), {}, {}), needs);
  expect([[...needs.rivals], [...needs.facts]]).toEqual([[membership], [membership, observer]]);
});
