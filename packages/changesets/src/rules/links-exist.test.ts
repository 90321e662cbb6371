import { type FactTypeName, factTypeNames, linkFields, newId, typeNames } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { check } from '../check.ts';
import type { Operation } from '../operation.ts';
import { outlineOf } from '../outline.ts';
import { noNeeds, type StoredInboundLink } from '../rule-context.ts';
import {
  adopt,
  citationValues,
  cite,
  create,
  dispute,
  restore,
  retire,
  uncite,
  update,
} from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf, type RegisterContents } from '../testing/register.ts';
import { linksExist } from './links-exist.ts';

const problems = problemsOf(linksExist);
const [place, spain] = [newId('Place'), newId('State')];
const pointing = (type: FactTypeName, field: string, rest = {}): StoredInboundLink => ({
  id: newId(type),
  type,
  label: 'Gibraltar',
  field,
  ...rest,
});

describe('links-exist, for the links of an operation', () => {
  const claim = newId('Claim');
  const row = (values = {}) => ({ id: newId('Citation'), values: citationValues(claim, values) });
  const links: [link: string, field: string, operation: (to: string) => Operation][] = [
    ['a field of a new fact', 'country', (to) => create('Place', { country: to })],
    ['a side of a dispute', 'one', (to) => dispute({ one: to })],
    ['a field that is changed', 'country', (to) => update(place, { country: null }, { country: to })],
    ['a field that is adopted', 'country', (to) => adopt(place, { country: null }, { country: to }, {})],
    ['the claim that is adopted', 'country', (to) => adopt(place, {}, {}, { country: to })],
    ['the import batch of a new fact', 'batch', (to) => create('Place', {}, { batch: { id: to, line: 1 } })],
    ['the source of a citation', 'source', (to) => cite(place, { source: to })],
    ['the speaker of a citation', 'attributedTo', (to) => cite(place, { attributedTo: to })],
    ['a field of a restored fact', 'subject', (to) => restore(claim, { values: { subject: to } })],
    ['the import batch of a restored fact', 'batch', (to) => restore(claim, { batch: { id: to, line: 1 } })],
    ['the source of a restored citation', 'source', (to) => restore(claim, { citations: [row({ source: to })] })],
  ];

  it.each(links)('%s must exist in the register or be added by the changeset', (_, field, linkTo) => {
    const missing = newId('State');
    const operation = linkTo(missing);
    const context = (facts = {}) => contextOf({ facts: { [place]: { name: 'Gibraltar' }, ...facts } });
    expect(problems([operation], context()).filter((problem) => problem.field === field)).toMatchObject([
      {
        code: 'links-exist',
        severity: 'error',
        fact: operation.fact,
        operation: operation.id,
        message: expect.stringContaining(
          `links to ${missing}, but neither the register nor this changeset has such a fact`,
        ),
      },
    ]);
    expect(problems([operation], context({ [missing]: {} }))).toEqual([]);
    expect(problems([operation, create('State', {}, { fact: missing })], context())).toEqual([]);
    expect(problems([operation, restore(missing, {})], context())).toEqual([]);
    expect(problems([operation, retire(missing)], context({ [missing]: {} }))).toMatchObject([
      { field, message: expect.stringContaining('this changeset retires it') },
    ]);
  });

  it.each(links)('needs %s', (_, _field, linkTo) => {
    const needs = noNeeds();
    linksExist.needs(linkTo(spain), needs);
    expect(needs.facts).toContain(spain);
  });

  it.each(typeNames.flatMap((type) => linkFields(type).map(([name]) => [type, name])))(
    'checks the link field %s.%s',
    (type, name) => {
      const target = newId('State');
      const operation =
        type === 'Citation' ? cite(place, { [name]: target }) : create(type as FactTypeName, { [name]: target });
      expect(problems([operation], contextOf({ facts: { [place]: {} } }))).toMatchObject([{ field: name }]);
    },
  );

  it('allows facts of a changeset to link to each other in a cycle', () => {
    const [one, other] = [newId('Source'), newId('Source')];
    const ring = [
      create('Source', { derivedFrom: other }, { fact: one }),
      create('Source', { derivedFrom: one }, { fact: other }),
    ];
    expect(problems(ring)).toEqual([]);
  });

  it('allows a link to a fact that another batch of the changeset adds', () => {
    const operation = create('Place', { country: spain });
    const outline = outlineOf([operation, create('State', {}, { fact: spain })]);
    expect(check([operation], contextOf(), outline, [linksExist]).problems).toEqual([]);
  });

  it('refuses a redirect of a fact to itself', () => {
    expect(problems([retire(place, { redirectTo: place })], contextOf({ facts: { [place]: {} } }))).toMatchObject([
      { message: 'A retired fact cannot redirect to itself. Choose another target.' },
    ]);
  });

  it('allows a redirect to an existing, added or retired fact', () => {
    const retirement = retire(place, { redirectTo: spain });
    const context = (there: RegisterContents = {}) => contextOf({ ...there, facts: { [place]: {}, ...there.facts } });
    expect(problems([retirement], context())).toMatchObject([
      { field: 'redirectTo', fact: place, message: expect.stringContaining('neither the register nor this changeset') },
    ]);
    expect(problems([retirement], context({ facts: { [spain]: {} } }))).toEqual([]);
    expect(problems([retirement, create('State', {}, { fact: spain })], context())).toEqual([]);
    expect(problems([retirement], context({ tombstones: [spain] }))).toEqual([]);
    expect(problems([retirement, retire(spain)], context({ facts: { [spain]: {} } }))).toEqual([]);
    const needs = noNeeds();
    linksExist.needs(retirement, needs);
    expect([[...needs.facts], [...needs.tombstones]]).toEqual([[spain], [spain]]);
  });

  it('refuses redirects in a cycle', () => {
    const other = newId('Place');
    const context = contextOf({ facts: { [place]: {}, [other]: {} } });
    const ring = [retire(place, { redirectTo: other }), retire(other, { redirectTo: place })];
    expect(problems(ring, context)).toMatchObject([
      { field: 'redirectTo', message: expect.stringContaining('redirects back') },
      { field: 'redirectTo' },
    ]);
    const withPlace = contextOf({ facts: { [place]: {} } });
    const tombstones = new Map([[other, { reason: 'a duplicate', redirectTo: place }]]);
    expect(problems(ring.slice(0, 1), { ...withPlace, tombstones })).toHaveLength(1);
  });

  it('ignores absent and emptied link fields', () => {
    const operation = create('Place', { country: { absent: 'NONE' }, deFactoController: null });
    expect(problems([operation])).toEqual([]);
  });

  it('does not check the links of a removed citation', () => {
    const operation = uncite(place, newId('Citation'), { source: newId('Source') });
    expect(problems([operation], contextOf({ facts: { [place]: {} } }))).toEqual([]);
  });
});

describe('links-exist, for links to a retired fact', () => {
  const register = (...inbound: StoredInboundLink[]) =>
    contextOf({ facts: { [spain]: { name: 'Spain' } }, inbound: { [spain]: inbound } });

  it('allows retiring a fact without inbound links', () => {
    expect(problems([retire(spain)], register())).toEqual([]);
  });

  it('refuses retiring a fact with an inbound link, and names the linking fact', () => {
    const operation = retire(spain);
    expect(problems([operation], register(pointing('Place', 'country')))).toMatchObject([
      {
        code: 'links-exist',
        severity: 'error',
        fact: spain,
        operation: operation.id,
        message: expect.stringMatching(/^Spain cannot be retired while a link to it exists, from “Gibraltar”\./),
      },
    ]);
  });

  it('names the facts of three links and counts the other links', () => {
    const three = Array.from({ length: 3 }, () => pointing('Place', 'country'));
    expect(problems([retire(spain)], register(...three))[0]?.message).toMatch(
      /3 links to it exist, from “Gibraltar”, “Gibraltar”, “Gibraltar”\./,
    );
    const five = Array.from({ length: 5 }, () => pointing('Place', 'country'));
    expect(problems([retire(spain)], register(...five))[0]?.message).toMatch(
      /5 links to it exist, from “Gibraltar”, “Gibraltar”, “Gibraltar” and 2 more\./,
    );
  });

  it('ignores linking facts that the changeset retires', () => {
    const inbound = pointing('Place', 'country');
    expect(problems([retire(spain), retire(inbound.id)], register(inbound))).toEqual([]);
  });

  it('ignores changed links, unless another field of the same fact still links to it', () => {
    const inbound = pointing('Place', 'country');
    const elsewhere = update(inbound.id, { country: spain }, { country: null });
    expect(problems([retire(spain), elsewhere], register(inbound))).toEqual([]);
    const still = { ...inbound, field: 'deFactoController' };
    expect(problems([retire(spain), elsewhere], register(inbound, still))).toHaveLength(1);
    const aside = update(inbound.id, { name: 'Gib' }, { name: 'Gibraltar' });
    expect(problems([retire(spain), aside], register(inbound))).toHaveLength(1);
  });

  it('ignores removed citations, but not remaining ones', () => {
    const citation = newId('Citation');
    const inbound = pointing('Place', 'source', { citation });
    expect(problems([retire(spain)], register(inbound))).toHaveLength(1);
    expect(problems([retire(spain), uncite(inbound.id, citation)], register(inbound))).toEqual([]);
    expect(problems([retire(spain), uncite(inbound.id, newId('Citation'))], register(inbound))).toHaveLength(1);
    expect(problems([retire(spain), retire(inbound.id)], register(inbound))).toEqual([]);
  });

  it.each(factTypeNames)('needs the inbound links of a retired %s', (type) => {
    const needs = noNeeds();
    const operation = retire(newId(type));
    linksExist.needs(operation, needs);
    linksExist.needs(create(type, {}), needs);
    expect([...needs.inbound]).toEqual([operation.fact]);
  });
});
