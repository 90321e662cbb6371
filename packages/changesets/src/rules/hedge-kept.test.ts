import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { cite, citing, create, restore, retire, someSource, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { standing } from '../testing/register.ts';
import { hedgeKept, strengthAllowed, strengthOf } from './hedge-kept.ts';

const problems = problemsOf(hedgeKept);
const claim = newId('Claim');
const article = newId('Source');
const cable = newId('Source');
const sources = { [article]: { independenceGroup: 'article' }, [cable]: { independenceGroup: 'cable' } };
const held = (modality: string) => create('Claim', { statement: 'They refuse.', modality }, { fact: claim });
const passage = (source: string, modality: string, values: Values = {}) => cite(claim, { source, modality, ...values });
const register = standing({ facts: sources });

describe('hedge-kept', () => {
  it('a claim may be held in the mode that its source gives it', () => {
    expect(problems([held('REPORTED'), passage(article, 'REPORTED')], register)).toEqual([]);
  });

  it('a claim may be held in a weaker mode than its source gives it', () => {
    expect(problems([held('SPECULATED'), passage(article, 'ASSERTED')], register)).toEqual([]);
  });

  it('a claim held more strongly than its only source says it is refused', () => {
    const operations = [held('ASSERTED'), passage(article, 'REPORTED')];
    expect(problems(operations, register)).toMatchObject([
      {
        code: 'hedge-kept',
        severity: 'error',
        fact: claim,
        field: 'modality',
        operation: operations[0]?.id,
        message: expect.stringContaining('held as asserted, but its sources go no further than reported'),
      },
    ]);
  });

  it('a louder passage of the same group does not lift the hedge of a quieter one', () => {
    const onP5 = passage(article, 'ALLEGED', { paragraph: 'p5' });
    const onP14 = passage(article, 'ASSERTED', { paragraph: 'p14' });
    expect(problems([held('ALLEGED'), onP5, onP14], register)).toEqual([]);
    expect(problems([held('REPORTED'), onP5, onP14], register)).toHaveLength(1);
    expect(problems([held('ASSERTED'), onP14, onP5], register)).toHaveLength(1);
  });

  it('two sources of one group speak with one voice', () => {
    const sameGroup = standing({
      facts: { [article]: { independenceGroup: 'one author' }, [cable]: { independenceGroup: 'one author' } },
    });
    const operations = [held('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, sameGroup)).toHaveLength(1);
  });

  it('a second group that says it louder allows the louder mode', () => {
    const operations = [held('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, register)).toEqual([]);
  });

  it.each(['DENIED', 'PREDICTED', 'ANNOUNCED', 'UNKNOWN'])(
    'a passage that says it as %s is not compared',
    (modality) => {
      expect(problems([held('ASSERTED'), passage(article, modality)], register)).toEqual([]);
      const besideOne = [held('ASSERTED'), passage(article, modality), passage(article, 'REPORTED')];
      expect(problems(besideOne, register)).toHaveLength(1);
    },
  );

  it('a claim in a mode that cannot be compared is left alone', () => {
    expect(problems([held('ASSESSMENT'), passage(article, 'SPECULATED')], register)).toEqual([]);
  });

  it.each(['DISPUTES', 'MENTIONS'])('a passage that %s lends a claim no strength and takes none away', (stance) => {
    const loud = passage(cable, 'ASSERTED', { stance });
    expect(problems([held('ASSERTED'), passage(article, 'REPORTED'), loud], register)).toHaveLength(1);
    const quiet = passage(article, 'SPECULATED', { stance });
    expect(problems([held('ASSERTED'), passage(article, 'ASSERTED'), quiet], register)).toEqual([]);
  });

  it('a claim without citations is left to the rule that asks for them', () => {
    expect(problems([held('ASSERTED')])).toEqual([]);
  });

  it('a standing claim cannot be changed to a stronger mode than its standing citations allow', () => {
    const before = { statement: 'They refuse.', modality: 'REPORTED' };
    const known = standing({
      facts: { ...sources, [claim]: before },
      citations: [{ id: newId('Citation'), fact: claim, values: { source: article, modality: 'REPORTED' } }],
    });
    const louder = update(claim, { modality: 'REPORTED' }, { modality: 'ASSERTED' });
    expect(problems([louder], known)).toHaveLength(1);
    expect(problems([louder, passage(cable, 'ASSERTED')], known)).toEqual([]);
  });

  it('taking away the citation that allowed a mode brings the hedge back', () => {
    const loud = newId('Citation');
    const known = standing({
      facts: { ...sources, [claim]: { modality: 'ASSERTED' } },
      citations: [
        { id: newId('Citation'), fact: claim, values: { source: article, modality: 'REPORTED' }, group: 'article' },
        { id: loud, fact: claim, values: { source: cable, modality: 'ASSERTED' }, group: 'cable' },
      ],
    });
    expect(problems([uncite(claim, loud)], known)).toHaveLength(1);
  });

  it('a new quieter passage of the group that carried a standing claim is refused', () => {
    const known = standing({
      facts: { ...sources, [claim]: { modality: 'ASSERTED' } },
      citations: [{ id: newId('Citation'), fact: claim, values: { source: article }, group: 'article' }],
    });
    expect(problems([passage(article, 'ALLEGED')], known)).toHaveLength(1);
  });

  it('the group that this changeset gives a source counts, not the one that stands', () => {
    const known = standing({
      facts: { [article]: { independenceGroup: 'one' }, [cable]: { independenceGroup: 'one' } },
    });
    const apart = update(cable, { independenceGroup: 'one' }, { independenceGroup: 'two' });
    const operations = [held('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, known)).toHaveLength(1);
    expect(problems([...operations, apart], known)).toEqual([]);
  });

  it('a source that comes with the changeset speaks for the group that it is given', () => {
    const fresh = create('Source', { name: 'Cable', independenceGroup: 'article' });
    const operations = [fresh, held('ASSERTED'), passage(article, 'ALLEGED'), passage(fresh.fact, 'ASSERTED')];
    expect(problems(operations, register)).toHaveLength(1);
  });

  it('a restored claim is held to the citations that come back with it', () => {
    const values = citing(claim, { source: article, modality: 'REPORTED' });
    const back = restore(claim, { values: { modality: 'ASSERTED' }, citations: [{ id: newId('Citation'), values }] });
    expect(problems([back], register)).toHaveLength(1);
  });

  it('a claim that is retired has no hedge to keep', () => {
    const known = standing({
      facts: { [claim]: { modality: 'ASSERTED' } },
      citations: [{ id: newId('Citation'), fact: claim, values: { modality: 'ALLEGED' } }],
    });
    expect(problems([retire(claim)], known)).toEqual([]);
  });

  it('facts that are no claims have no mode to keep', () => {
    const event = create('Event', { title: 'They met.' });
    expect(problems([event, cite(event.fact, { modality: 'SPECULATED' })])).toEqual([]);
  });

  it('the mode of an import batch is that of its source, and no claim', () => {
    const batch = create('ImportBatch', { title: 'MME', modality: 'ASSERTED' });
    expect(problems([batch, cite(batch.fact, { modality: 'REPORTED' })])).toEqual([]);
  });

  it('the citations of a claim are asked for, and the sources of those that it brings', () => {
    const needs = noNeeds();
    hedgeKept.needs(passage(article, 'ASSERTED'), needs);
    hedgeKept.needs(restore(claim, { citations: [{ id: newId('Citation'), values: citing(claim) }] }), needs);
    expect([...needs.citations]).toEqual([claim]);
    expect([...needs.facts]).toEqual(expect.arrayContaining([claim, article, someSource]));
  });
});

describe('strengths', () => {
  it('only speculated, alleged, reported and asserted are ordered, in that order', () => {
    expect(['SPECULATED', 'ALLEGED', 'REPORTED', 'ASSERTED'].map(strengthOf)).toEqual([0, 1, 2, 3]);
    expect(['PRESUPPOSED', 'DENIED', undefined, null].map(strengthOf)).toEqual(Array(4).fill(undefined));
  });

  it('no citation that can be compared allows nothing and forbids nothing', () => {
    expect(strengthAllowed([])).toBeUndefined();
    const denied = { id: newId('Citation'), values: citing(claim, { modality: 'DENIED' }), group: 'some' };
    expect(strengthAllowed([denied])).toBeUndefined();
  });
});
