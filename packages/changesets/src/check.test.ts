import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check, needsOf, stops } from './check.ts';
import { net } from './net.ts';
import { outlineOf } from './outline.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { emptyContext } from './rule-context.ts';
import { cite, create, retire, update } from './testing/operations.ts';
import { standing } from './testing/register.ts';
import { anyWriting } from './testing/writing.ts';

const fact = newId('Place');
const problem = (severity: Problem['severity']): Problem => ({ code: 'a-rule', severity, message: 'It is so.' });
const rule = (...problems: Problem[]): Rule => ({
  code: 'a-rule',
  description: 'It is so.',
  needs: (operation, needs) => needs.inbound.add(operation.fact),
  check: () => problems,
});

describe('check', () => {
  it('finds all that is wrong at once, of every rule and every operation', () => {
    const operations = [
      create('Membership', { status: 'HONORARY' }),
      update(fact, { country: null }, { country: newId('State') }),
      cite(newId('Place'), { credibility: 1 }),
    ];
    const codes = check(operations, emptyContext()).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set([
        'fact-is-there',
        'known-values',
        'required-fields',
        'links-exist',
        'needs-citation',
        'confirmed-needs-two-groups',
      ]),
    );
  });

  it('finds nothing wrong with a whole and cited fact', () => {
    const source = create('Source', {
      name: 'Gazette',
      sourceType: 'BOOK',
      reliability: 'B',
      independenceGroup: 'gazette',
    });
    const place = create('Place', { name: 'Gibraltar', placeType: 'DISPUTED_TERRITORY' });
    expect(check([source, place, cite(place.fact, { source: source.fact })], emptyContext())).toEqual({
      problems: [],
      conflicts: [],
    });
  });

  it('finds the fields that others have changed since', () => {
    const known = standing({ facts: { [fact]: { name: 'Calpe', placeType: 'REGION' } } });
    const operation = update(fact, { name: 'Gib' }, { name: 'Gibraltar' });
    expect(check([operation], known)).toMatchObject({ problems: [], conflicts: [{ field: 'name', theirs: 'Calpe' }] });
  });

  it('knows of the whole changeset by its outline, whichever part of it is checked', () => {
    const state = create('State', { name: 'Spain' });
    const place = create(
      'Place',
      { name: 'Ceuta', placeType: 'CITY', country: state.fact },
      { waivers: { '*': 'known to all' } },
    );
    expect(check([place], emptyContext(), outlineOf([place])).problems).toMatchObject([{ code: 'links-exist' }]);
    expect(check([place], emptyContext(), outlineOf([place, state])).problems).toEqual([]);
  });

  it('speaks to editors in sentences', () => {
    fc.assert(
      fc.property(anyWriting, ({ operations }) => {
        for (const { message, code } of check(net(operations).operations, emptyContext()).problems) {
          expect(message).toMatch(/^\S.*\.$/s);
          expect(code).toMatch(/^[a-z-]+$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('stops', () => {
  it('an error or a conflict stops a changeset, and a warning does not', () => {
    const conflict = { fact, field: 'name', operation: 'op', base: 'a', theirs: 'b', yours: 'c' };
    expect(stops({ problems: [], conflicts: [] })).toBe(false);
    expect(stops({ problems: [problem('warning')], conflicts: [] })).toBe(false);
    expect(stops({ problems: [problem('warning'), problem('error')], conflicts: [] })).toBe(true);
    expect(stops({ problems: [], conflicts: [conflict] })).toBe(true);
  });
});

describe('needsOf', () => {
  it('asks for every fact that is touched, for conflicts need its values', () => {
    expect([...needsOf([update(fact, {}, {}), retire(fact)], []).facts]).toEqual([fact]);
  });

  it('asks for what each rule needs, once', () => {
    const needs = needsOf([update(fact, {}, {}), retire(fact)], [rule(), rule()]);
    expect([...needs.inbound]).toEqual([fact]);
  });

  it('asks for nothing where nothing is done', () => {
    for (const need of Object.values(needsOf([]))) expect(need.size).toBe(0);
  });
});
