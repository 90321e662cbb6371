import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check, needsOf, stops } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import type { RuleContext } from '../rule-context.ts';
import { adopt, cite, create, restore, update } from '../testing/operations.ts';
import { type Standing, standing } from '../testing/register.ts';
import { rules } from './index.ts';

const fact = newId('Agreement');
const [state, claim, code] = [newId('State'), newId('Claim'), newId('ExternalCode')];
const [observed, membership, organization] = [newId('Claim'), newId('Membership'), newId('Organization')];
const waivers = { '*': 'known to all' };
const of = (operations: Operation[], register: Standing = {}): [Operation[], RuleContext] => [
  operations,
  standing(register),
];
const change = (base: Values, set: Values, standsAs: Values) =>
  of([update(fact, base, set, { waivers })], { facts: { [fact]: { title: 'JCPOA', ...standsAs } } });

/** Rules whose findings are for the reviewer to weigh. */
const warning = new Set(['outside-lifespan']);

/** For each rule a changeset that it alone finds fault with. */
const faulted: Readonly<Record<string, [Operation[], RuleContext]>> = {
  'fact-is-there': of([create('State', { name: 'Utopia' }, { fact: state })], {
    facts: { [state]: { name: 'Utopia' } },
  }),
  'citation-is-there': of([cite(state, {}, 'cit_1')], {
    facts: { [state]: { name: 'Utopia' } },
    citations: [{ id: 'cit_1', fact: state }],
  }),
  'restored-as-it-was': of([restore(state, { values: { name: 'Utopia' } })], {
    retired: { [state]: { values: { name: 'Utopia' }, citations: [], batch: { id: newId('ImportBatch'), line: 1 } } },
  }),
  'known-values': of([create('Agreement', { title: 'JCPOA', status: 'HALF_SIGNED' }, { waivers })]),
  'required-fields': of([create('Agreement', { shortTitle: 'JCPOA' })]),
  'links-exist': of([create('Agreement', { title: 'JCPOA', depositary: newId('State') }, { waivers })]),
  'dates-in-order': change({ ended: null }, { ended: { edtf: '2014' } }, { signed: { edtf: '2015' } }),
  'no-duplicate-code': of([create('ExternalCode', { of: state, scheme: 'COW', value: '255' }, { waivers })], {
    facts: { [state]: { name: 'Utopia' }, [code]: { of: state, scheme: 'COW', value: '255' } },
  }),
  'needs-citation': of([create('Agreement', { title: 'JCPOA' })]),
  'confirmed-needs-two-groups': of([cite(state, { credibility: 1 })], { facts: { [state]: { name: 'Utopia' } } }),
  'hedge-kept': of([
    create('Claim', { statement: 'They refuse.', modality: 'ASSERTED', polarity: 'AFFIRMS' }, { fact: claim }),
    cite(claim, { modality: 'ALLEGED' }),
  ]),
  'rival-kept': of([adopt(membership, { status: 'FULL' }, { status: 'OBSERVER' }, { status: observed })], {
    facts: {
      [membership]: { member: state, organization: newId('Organization'), status: 'FULL' },
      [observed]: { subject: membership, field: 'status', value: '"OBSERVER"' },
    },
  }),
  'outside-lifespan': of(
    [
      create(
        'Membership',
        { member: state, organization, status: 'FULL', validity: { edtf: '1950/1960' } },
        { fact: membership, waivers },
      ),
    ],
    { facts: { [state]: { name: 'Utopia', validity: { edtf: '1900/1940' } }, [organization]: { name: 'The League' } } },
  ),
};

describe('the rules', () => {
  it('each has a code of its own, in kebab-case, and a sentence for editors', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('all are tried here, and none that is tried has gone', () => {
    expect(rules.map((rule) => rule.code).sort()).toEqual(Object.keys(faulted).sort());
  });

  it.each(rules.map((rule) => rule.code))(
    '%s alone finds fault with some changeset: without it there would be none',
    (code) => {
      const [operations, known] = faulted[code] ?? [[], standing()];
      const found = check(operations, known);
      expect(found.problems.map((problem) => problem.code)).toEqual([code]);
      expect(stops(found)).toBe(!warning.has(code));
      const others = rules.filter((rule) => rule.code !== code);
      const without = check(operations, known, outlineOf(operations), others);
      expect(without).toEqual({ problems: [], conflicts: [] });
      expect(stops(without)).toBe(false);
    },
  );

  it.each(rules)('$code asks for all that it looks at: a register that answers nothing else is enough', (rule) => {
    const [operations, known] = faulted[rule.code] ?? [[], standing()];
    const needs = needsOf(operations, [rule]);
    const only = <Answer>(answers: ReadonlyMap<string, Answer>, asked: ReadonlySet<string>) =>
      new Map([...answers].filter(([id]) => asked.has(id)));
    const answered: RuleContext = {
      facts: only(known.facts, needs.facts),
      tombstones: only(known.tombstones, needs.tombstones),
      citations: only(known.citations, needs.citations),
      codes: only(known.codes, needs.codes),
      inbound: only(known.inbound, needs.inbound),
      rivals: only(known.rivals, needs.rivals),
    };
    const problems = (register: RuleContext) => check(operations, register, outlineOf(operations), [rule]).problems;
    expect(problems(answered)).toEqual(problems(known));
  });
});
