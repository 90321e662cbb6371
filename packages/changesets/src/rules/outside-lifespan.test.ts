import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation.ts';
import { create, restore, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { outsideLifespan } from './outside-lifespan.ts';

const problems = problemsOf(outsideLifespan);
const [member, organization] = [newId('State'), newId('Organization')];
const dated = (edtf: string): Values => ({ validity: { edtf } });
const bond = (edtf: string) => create('Membership', { member, organization, status: 'FULL', ...dated(edtf) });
const lifespans = (ofMember: Values, ofOrganization: Values = {}) =>
  contextOf({ facts: { [member]: ofMember, [organization]: ofOrganization } });
const warningsFor = (operations: readonly Operation[], ...context: Parameters<typeof lifespans>) =>
  problems(operations, lifespans(...context)).map(({ message }) => message);

describe('outside-lifespan', () => {
  it('warns of a link entirely before or after the lifespan of one of its ends', () => {
    const operation = bond('1950/1960');
    expect(problems([operation], lifespans(dated('1900/1940'), dated('1970/..')))).toMatchObject([
      {
        code: 'outside-lifespan',
        severity: 'warning',
        fact: operation.fact,
        field: 'validity',
        operation: operation.id,
        message:
          'The period (between 1950 and 1960) is entirely outside the lifespan of the member (between 1900 and 1940). Check both dates.',
      },
      { message: expect.stringContaining('of the organization') },
    ]);
  });

  it.each(['1940/1960', '1930', '../1901', '1940-12~/', '/1950'])(
    'does not warn of a period that may overlap the lifespan: %s',
    (edtf) => {
      expect(warningsFor([bond(edtf)], dated('1900/1940'))).toEqual([]);
    },
  );

  it('ignores ends without a lifespan and links without a period', () => {
    expect(warningsFor([bond('1950')], { name: 'Utopia' })).toEqual([]);
    const undated = create('Membership', { member, organization, status: 'FULL' });
    expect(warningsFor([undated], dated('1900/1940'))).toEqual([]);
  });

  it('uses the lifespans that the changeset sets before the existing ones', () => {
    const moved = update(member, dated('1900/1940'), dated('1900/..'));
    expect(warningsFor([moved, bond('1950')], dated('1900/1940'))).toEqual([]);
    const emptied = update(member, dated('1900/1940'), { validity: null });
    expect(warningsFor([emptied, bond('1950')], dated('1900/1940'))).toEqual([]);
    const added = create('State', { name: 'Utopia', ...dated('1900/1940') }, { fact: member });
    expect(problems([added, bond('1950')])).toHaveLength(1);
  });

  it('checks a restored link like a new one, and ignores names and codes', () => {
    const values = { member, organization, status: 'FULL', ...dated('1950') };
    expect(warningsFor([restore(newId('Membership'), { values })], dated('1900/1940'))).toHaveLength(1);
    const code = create('ExternalCode', { of: member, scheme: 'COW', value: '255', ...dated('1950') });
    expect(warningsFor([code], dated('1900/1940'))).toEqual([]);
  });
});
