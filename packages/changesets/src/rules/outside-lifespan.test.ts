import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../operation.ts';
import { create, restore, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { outsideLifespan } from './outside-lifespan.ts';

const problems = problemsOf(outsideLifespan);
const [member, organization] = [newId('State'), newId('Organization')];
const dated = (edtf: string): Values => ({ validity: { edtf } });
const bond = (edtf: string) => create('Membership', { member, organization, status: 'FULL', ...dated(edtf) });
const lifespans = (ofMember: Values, ofOrganization: Values = {}) =>
  standing({ facts: { [member]: ofMember, [organization]: ofOrganization } });
const found = (operations: readonly Operation[], ...known: Parameters<typeof lifespans>) =>
  problems(operations, lifespans(...known)).map(({ message }) => message);

describe('outside-lifespan', () => {
  it('a bond wholly before or after the time of one of its ends is a warning, in words', () => {
    const operation = bond('1950/1960');
    expect(problems([operation], lifespans(dated('1900/1940'), dated('1970/..')))).toMatchObject([
      {
        code: 'outside-lifespan',
        severity: 'warning',
        fact: operation.fact,
        field: 'validity',
        operation: operation.id,
        message:
          'The period (between 1950 and 1960) lies wholly outside the lifespan of its member (between 1900 and 1940).',
      },
      { message: expect.stringContaining('of its organization') },
    ]);
  });

  it.each(['1940/1960', '1930', '../1901', '1940-12~/', '/1950'])(
    'one that may lie partly within is none: %s',
    (edtf) => {
      expect(found([bond(edtf)], dated('1900/1940'))).toEqual([]);
    },
  );

  it('an end of which no time is known is in nobody’s way, nor is a bond without a period', () => {
    expect(found([bond('1950')], { name: 'Utopia' })).toEqual([]);
    const undated = create('Membership', { member, organization, status: 'FULL' });
    expect(found([undated], dated('1900/1940'))).toEqual([]);
  });

  it('what the changeset says of the ends holds before what stands', () => {
    const moved = update(member, dated('1900/1940'), dated('1900/..'));
    expect(found([moved, bond('1950')], dated('1900/1940'))).toEqual([]);
    const emptied = update(member, dated('1900/1940'), { validity: null });
    expect(found([emptied, bond('1950')], dated('1900/1940'))).toEqual([]);
    const brought = create('State', { name: 'Utopia', ...dated('1900/1940') }, { fact: member });
    expect(problems([brought, bond('1950')])).toHaveLength(1);
  });

  it('a bond that comes back is judged as a new one is; names and codes are no bonds', () => {
    const values = { member, organization, status: 'FULL', ...dated('1950') };
    expect(found([restore(newId('Membership'), { values })], dated('1900/1940'))).toHaveLength(1);
    const code = create('ExternalCode', { of: member, scheme: 'COW', value: '255', ...dated('1950') });
    expect(found([code], dated('1900/1940'))).toEqual([]);
  });
});
