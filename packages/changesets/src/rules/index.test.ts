import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check, isBlocking, needsOf } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import type { RuleContext } from '../rule-context.ts';
import { adopt, cite, create, restore, update } from '../testing/operations.ts';
import { contextOf, type RegisterContents } from '../testing/register.ts';
import { rules } from './index.ts';

const fact = newId('Agreement');
const [state, claim, code] = [newId('State'), newId('Claim'), newId('ExternalCode')];
const [observed, membership, organization] = [newId('Claim'), newId('Membership'), newId('Organization')];
const waivers = { '*': 'known to all' };
const of = (operations: Operation[], register: RegisterContents = {}): [Operation[], RuleContext] => [
  operations,
  contextOf(register),
];
const change = (base: Values, set: Values, storedValues: Values) =>
  of([update(fact, base, set, { waivers })], { facts: { [fact]: { title: 'JCPOA', ...storedValues } } });

/** Codes of the rules whose problems are only warnings. */
const warnings = new Set(['outside-lifespan']);

/** For each rule, operations and a register for which only this rule finds a problem. */
const examples: Readonly<Record<string, [Operation[], RuleContext]>> = {
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
  it('have unique codes in kebab-case and descriptions that are sentences', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('all have an example here', () => {
    expect(rules.map((rule) => rule.code).sort()).toEqual(Object.keys(examples).sort());
  });

  it.each(rules.map((rule) => rule.code))('%s is the only rule that finds a problem in its example', (code) => {
    const [operations, context] = examples[code] ?? [[], contextOf()];
    const findings = check(operations, context);
    expect(findings.problems.map((problem) => problem.code)).toEqual([code]);
    expect(isBlocking(findings)).toBe(!warnings.has(code));
    const others = rules.filter((rule) => rule.code !== code);
    const without = check(operations, context, outlineOf(operations), others);
    expect(without).toEqual({ problems: [], conflicts: [] });
    expect(isBlocking(without)).toBe(false);
  });

  it.each(rules)('$code finds the same problems with only the facts that it needs', (rule) => {
    const [operations, context] = examples[rule.code] ?? [[], contextOf()];
    const needs = needsOf(operations, [rule]);
    const only = <Value>(values: ReadonlyMap<string, Value>, keys: ReadonlySet<string>) =>
      new Map([...values].filter(([id]) => keys.has(id)));
    const minimal: RuleContext = {
      facts: only(context.facts, needs.facts),
      tombstones: only(context.tombstones, needs.tombstones),
      citations: only(context.citations, needs.citations),
      codes: only(context.codes, needs.codes),
      inbound: only(context.inbound, needs.inbound),
      rivals: only(context.rivals, needs.rivals),
    };
    const problems = (register: RuleContext) => check(operations, register, outlineOf(operations), [rule]).problems;
    expect(problems(minimal)).toEqual(problems(context));
  });
});
