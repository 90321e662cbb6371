import { newId } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check, isBlocking, needsOf } from './check.ts';
import { net } from './net.ts';
import { outlineOf } from './outline.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { emptyContext } from './rule-context.ts';
import { anyEditingSession } from './testing/editing-session.ts';
import { cite, create, retire, update } from './testing/operations.ts';
import { contextOf } from './testing/register.ts';

const fact = newId('Place');
const problem = (severity: Problem['severity']): Problem => ({ code: 'a-rule', severity, message: 'A problem.' });
const rule = (...problems: Problem[]): Rule => ({
  code: 'a-rule',
  description: 'A rule.',
  needs: (operation, needs) => needs.inbound.add(operation.fact),
  check: () => problems,
});

describe('check', () => {
  it('finds the problems of all rules and operations at once', () => {
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

  it('finds no problem with a complete and cited fact', () => {
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

  it('reports fields that have changed in the register since', () => {
    const context = contextOf({ facts: { [fact]: { name: 'Calpe', placeType: 'REGION' } } });
    const operation = update(fact, { name: 'Gib' }, { name: 'Gibraltar' });
    expect(check([operation], context)).toMatchObject({
      problems: [],
      conflicts: [{ field: 'name', theirs: 'Calpe' }],
    });
  });

  it('checks a batch against the outline of the whole changeset', () => {
    const state = create('State', { name: 'Spain' });
    const place = create(
      'Place',
      { name: 'Ceuta', placeType: 'CITY', country: state.fact },
      { waivers: { '*': 'known to all' } },
    );
    expect(check([place], emptyContext(), outlineOf([place])).problems).toMatchObject([{ code: 'links-exist' }]);
    expect(check([place], emptyContext(), outlineOf([place, state])).problems).toEqual([]);
  });

  it('gives messages that are full sentences', () => {
    fc.assert(
      fc.property(anyEditingSession, ({ operations }) => {
        for (const { message, code } of check(net(operations).operations, emptyContext()).problems) {
          expect(message).toMatch(/^\S.*\.$/s);
          expect(code).toMatch(/^[a-z-]+$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('isBlocking', () => {
  it('returns true for an error or a conflict, and false for warnings alone', () => {
    const conflict = { fact, field: 'name', operation: 'op', base: 'a', theirs: 'b', yours: 'c' };
    expect(isBlocking({ problems: [], conflicts: [] })).toBe(false);
    expect(isBlocking({ problems: [problem('warning')], conflicts: [] })).toBe(false);
    expect(isBlocking({ problems: [problem('warning'), problem('error')], conflicts: [] })).toBe(true);
    expect(isBlocking({ problems: [], conflicts: [conflict] })).toBe(true);
  });
});

describe('needsOf', () => {
  it('includes every changed fact, because conflicts need its values', () => {
    expect([...needsOf([update(fact, {}, {}), retire(fact)], []).facts]).toEqual([fact]);
  });

  it('includes what each rule needs, once', () => {
    const needs = needsOf([update(fact, {}, {}), retire(fact)], [rule(), rule()]);
    expect([...needs.inbound]).toEqual([fact]);
  });

  it('is empty without operations', () => {
    for (const need of Object.values(needsOf([]))) expect(need.size).toBe(0);
  });
});
