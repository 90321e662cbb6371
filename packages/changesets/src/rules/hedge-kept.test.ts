import { newId, type Values } from '@chancery/codebook';
import { describe, expect, it } from '@jest/globals';
import { noNeeds } from '../rule-context.ts';
import { citationValues, cite, create, restore, retire, someSource, uncite, update } from '../testing/operations.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { contextOf } from '../testing/register.ts';
import { allowedStrength, hedgeKept, strengthOf } from './hedge-kept.ts';

const problems = problemsOf(hedgeKept);
const claim = newId('Claim');
const article = newId('Source');
const cable = newId('Source');
const sources = { [article]: { independenceGroup: 'article' }, [cable]: { independenceGroup: 'cable' } };
const claimAs = (modality: string) => create('Claim', { statement: 'They refuse.', modality }, { fact: claim });
const passage = (source: string, modality: string, values: Values = {}) => cite(claim, { source, modality, ...values });
const register = contextOf({ facts: sources });

describe('hedge-kept', () => {
  it('allows the modality of the source', () => {
    expect(problems([claimAs('REPORTED'), passage(article, 'REPORTED')], register)).toEqual([]);
  });

  it('allows a weaker modality than that of the source', () => {
    expect(problems([claimAs('SPECULATED'), passage(article, 'ASSERTED')], register)).toEqual([]);
  });

  it('refuses a stronger modality than that of the only source', () => {
    const operations = [claimAs('ASSERTED'), passage(article, 'REPORTED')];
    expect(problems(operations, register)).toMatchObject([
      {
        code: 'hedge-kept',
        severity: 'error',
        fact: claim,
        field: 'modality',
        operation: operations[0]?.id,
        message: expect.stringContaining('recorded as “asserted”, but its sources support at most “reported”'),
      },
    ]);
  });

  it('does not count a stronger passage of the same group', () => {
    const onP5 = passage(article, 'ALLEGED', { paragraph: 'p5' });
    const onP14 = passage(article, 'ASSERTED', { paragraph: 'p14' });
    expect(problems([claimAs('ALLEGED'), onP5, onP14], register)).toEqual([]);
    expect(problems([claimAs('REPORTED'), onP5, onP14], register)).toHaveLength(1);
    expect(problems([claimAs('ASSERTED'), onP14, onP5], register)).toHaveLength(1);
  });

  it('treats two sources of one group as one', () => {
    const sameGroup = contextOf({
      facts: { [article]: { independenceGroup: 'one author' }, [cable]: { independenceGroup: 'one author' } },
    });
    const operations = [claimAs('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, sameGroup)).toHaveLength(1);
  });

  it('allows the stronger modality of a second group', () => {
    const operations = [claimAs('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, register)).toEqual([]);
  });

  it.each(['DENIED', 'PREDICTED', 'ANNOUNCED', 'UNKNOWN'])('ignores a passage with the modality %s', (modality) => {
    expect(problems([claimAs('ASSERTED'), passage(article, modality)], register)).toEqual([]);
    const withComparable = [claimAs('ASSERTED'), passage(article, modality), passage(article, 'REPORTED')];
    expect(problems(withComparable, register)).toHaveLength(1);
  });

  it('does not check a claim with a modality that cannot be compared', () => {
    expect(problems([claimAs('ASSESSMENT'), passage(article, 'SPECULATED')], register)).toEqual([]);
  });

  it.each(['DISPUTES', 'MENTIONS'])('ignores a passage that %s', (stance) => {
    const stronger = passage(cable, 'ASSERTED', { stance });
    expect(problems([claimAs('ASSERTED'), passage(article, 'REPORTED'), stronger], register)).toHaveLength(1);
    const weaker = passage(article, 'SPECULATED', { stance });
    expect(problems([claimAs('ASSERTED'), passage(article, 'ASSERTED'), weaker], register)).toEqual([]);
  });

  it('leaves a claim without citations to needs-citation', () => {
    expect(problems([claimAs('ASSERTED')])).toEqual([]);
  });

  it('refuses changing a claim to a stronger modality than its existing citations allow', () => {
    const before = { statement: 'They refuse.', modality: 'REPORTED' };
    const context = contextOf({
      facts: { ...sources, [claim]: before },
      citations: [{ id: newId('Citation'), fact: claim, values: { source: article, modality: 'REPORTED' } }],
    });
    const stronger = update(claim, { modality: 'REPORTED' }, { modality: 'ASSERTED' });
    expect(problems([stronger], context)).toHaveLength(1);
    expect(problems([stronger, passage(cable, 'ASSERTED')], context)).toEqual([]);
  });

  it('refuses removing the citation that allowed the modality', () => {
    const stronger = newId('Citation');
    const context = contextOf({
      facts: { ...sources, [claim]: { modality: 'ASSERTED' } },
      citations: [
        { id: newId('Citation'), fact: claim, values: { source: article, modality: 'REPORTED' }, group: 'article' },
        { id: stronger, fact: claim, values: { source: cable, modality: 'ASSERTED' }, group: 'cable' },
      ],
    });
    expect(problems([uncite(claim, stronger)], context)).toHaveLength(1);
  });

  it('refuses a weaker passage of the group that supports an existing claim', () => {
    const context = contextOf({
      facts: { ...sources, [claim]: { modality: 'ASSERTED' } },
      citations: [{ id: newId('Citation'), fact: claim, values: { source: article }, group: 'article' }],
    });
    expect(problems([passage(article, 'ALLEGED')], context)).toHaveLength(1);
  });

  it('uses the group that the changeset gives to a source, not the existing one', () => {
    const context = contextOf({
      facts: { [article]: { independenceGroup: 'one' }, [cable]: { independenceGroup: 'one' } },
    });
    const apart = update(cable, { independenceGroup: 'one' }, { independenceGroup: 'two' });
    const operations = [claimAs('ASSERTED'), passage(article, 'ALLEGED'), passage(cable, 'ASSERTED')];
    expect(problems(operations, context)).toHaveLength(1);
    expect(problems([...operations, apart], context)).toEqual([]);
  });

  it('uses the group of a source that the changeset adds', () => {
    const fresh = create('Source', { name: 'Cable', independenceGroup: 'article' });
    const operations = [fresh, claimAs('ASSERTED'), passage(article, 'ALLEGED'), passage(fresh.fact, 'ASSERTED')];
    expect(problems(operations, register)).toHaveLength(1);
  });

  it('checks a restored claim with its restored citations', () => {
    const values = citationValues(claim, { source: article, modality: 'REPORTED' });
    const back = restore(claim, { values: { modality: 'ASSERTED' }, citations: [{ id: newId('Citation'), values }] });
    expect(problems([back], register)).toHaveLength(1);
  });

  it('does not check a retired claim', () => {
    const context = contextOf({
      facts: { [claim]: { modality: 'ASSERTED' } },
      citations: [{ id: newId('Citation'), fact: claim, values: { modality: 'ALLEGED' } }],
    });
    expect(problems([retire(claim)], context)).toEqual([]);
  });

  it('does not check facts other than claims', () => {
    const event = create('Event', { title: 'They met.' });
    expect(problems([event, cite(event.fact, { modality: 'SPECULATED' })])).toEqual([]);
  });

  it('does not check the modality of an import batch', () => {
    const batch = create('ImportBatch', { title: 'MME', modality: 'ASSERTED' });
    expect(problems([batch, cite(batch.fact, { modality: 'REPORTED' })])).toEqual([]);
  });

  it('needs the citations of the claim, and the sources of added citations', () => {
    const needs = noNeeds();
    hedgeKept.needs(passage(article, 'ASSERTED'), needs);
    hedgeKept.needs(restore(claim, { citations: [{ id: newId('Citation'), values: citationValues(claim) }] }), needs);
    expect([...needs.citations]).toEqual([claim]);
    expect([...needs.facts]).toEqual(expect.arrayContaining([claim, article, someSource]));
  });
});

describe('strengthOf and allowedStrength', () => {
  it('orders only speculated, alleged, reported and asserted', () => {
    expect(['SPECULATED', 'ALLEGED', 'REPORTED', 'ASSERTED'].map(strengthOf)).toEqual([0, 1, 2, 3]);
    expect(['PRESUPPOSED', 'DENIED', undefined, null].map(strengthOf)).toEqual(Array(4).fill(undefined));
  });

  it('gives no limit without a citation that can be compared', () => {
    expect(allowedStrength([])).toBeUndefined();
    const denied = { id: newId('Citation'), values: citationValues(claim, { modality: 'DENIED' }), group: 'some' };
    expect(allowedStrength([denied])).toBeUndefined();
  });
});
