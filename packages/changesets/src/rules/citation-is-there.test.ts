import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { cite, create, uncite } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { citationIsThere } from './citation-is-there.ts';

const problems = problemsOf(citationIsThere);
const fact = newId('State');
const citation = newId('Citation');
const register = standing({ citations: [{ id: citation, fact }] });

it('a citation that stands can be taken away', () => {
  expect(problems([uncite(fact, citation)], register)).toEqual([]);
});

it('a citation that somebody else has taken away cannot be taken away again', () => {
  const operation = uncite(fact, citation);
  expect(problems([operation])).toMatchObject([
    {
      code: 'citation-is-there',
      severity: 'error',
      fact,
      operation: operation.id,
      message: expect.stringMatching(/^The citation is no longer there/),
    },
  ]);
});

it('a citation of one fact cannot be taken away in the name of another', () => {
  expect(problems([uncite(newId('State'), citation)], register)).toHaveLength(1);
});

it('a new citation has a new id', () => {
  expect(problems([cite(fact)], register)).toEqual([]);
  expect(problems([cite(fact, {}, citation)], register)).toMatchObject([
    { message: 'A citation with this id is there already; a new citation needs a new id.' },
  ]);
});

it('the citations of the fact are asked for, by what cites and by nothing else', () => {
  const needs = noNeeds();
  citationIsThere.needs(cite(fact), needs);
  citationIsThere.needs(create('State', {}), needs);
  expect([...needs.citations]).toEqual([fact]);
  citationIsThere.needs(uncite(newId('Event'), citation), needs);
  expect(needs.citations.size).toBe(2);
});
