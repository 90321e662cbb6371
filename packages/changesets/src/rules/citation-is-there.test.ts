import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { cite, create, uncite } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { citationIsThere } from './citation-is-there.ts';

const problems = problemsOf(citationIsThere);
const fact = newId('State');
const citation = newId('Citation');
const register = contextOf({ citations: [{ id: citation, fact }] });

it('allows removing an existing citation', () => {
  expect(problems([uncite(fact, citation)], register)).toEqual([]);
});

it('refuses removing a citation that another editor has removed', () => {
  const operation = uncite(fact, citation);
  expect(problems([operation])).toMatchObject([
    {
      code: 'citation-is-there',
      severity: 'error',
      fact,
      operation: operation.id,
      message: expect.stringMatching(/^The fact has no citation with this id/),
    },
  ]);
});

it('refuses removing a citation from a fact that it does not cite', () => {
  expect(problems([uncite(newId('State'), citation)], register)).toHaveLength(1);
});

it('refuses a new citation under an existing id', () => {
  expect(problems([cite(fact)], register)).toEqual([]);
  expect(problems([cite(fact, {}, citation)], register)).toMatchObject([
    { message: 'The register already has a citation with this id. Give the new citation a new id.' },
  ]);
});

it('needs the citations of the fact for cite and uncite only', () => {
  const needs = noNeeds();
  citationIsThere.needs(cite(fact), needs);
  citationIsThere.needs(create('State', {}), needs);
  expect([...needs.citations]).toEqual([fact]);
  citationIsThere.needs(uncite(newId('Event'), citation), needs);
  expect(needs.citations.size).toBe(2);
});
