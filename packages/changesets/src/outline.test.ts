import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { outlineOf } from './outline.ts';
import { codeKey } from './rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';

const fact = newId('Place');

it('notes what comes and what goes', () => {
  const [made, against, back] = [create('Place', {}), dispute({}), restore(newId('Event'), {})];
  const outline = outlineOf([made, against, back, retire(fact), update(newId('Place'), {}, {}), cite(fact)]);
  expect([...outline.brought]).toEqual([
    [made.fact, 'Place'],
    [against.fact, 'Dispute'],
    [back.fact, 'Event'],
  ]);
  expect([...outline.retired]).toEqual([fact]);
});

it('notes the citations that are taken away, and the links that are pointed elsewhere', () => {
  const citation = newId('Citation');
  const outline = outlineOf([
    uncite(fact, citation),
    update(fact, {}, { name: 'Gibraltar', country: null }),
    adopt(fact, {}, { deFactoController: newId('State') }, {}),
  ]);
  expect([...outline.uncited]).toEqual([citation]);
  expect([...outline.relinked].sort()).toEqual([`${fact}.country`, `${fact}.deFactoController`]);
});

it('notes the groups of sources, brought or changed', () => {
  const [made, changed, renamed] = [newId('Source'), newId('Source'), newId('Source')];
  const outline = outlineOf([
    create('Source', { independenceGroup: 'one' }, { fact: made }),
    update(changed, {}, { independenceGroup: 'two' }),
    update(renamed, {}, { name: 'Gazette' }),
  ]);
  expect([...outline.groups]).toEqual([
    [made, 'one'],
    [changed, 'two'],
  ]);
});

it('notes the codes that come, with their periods, and those that no longer stand as they did', () => {
  const code = { of: fact, scheme: 'WIKIDATA', value: 'Q1410' };
  const [first, dated] = [
    create('ExternalCode', code),
    restore(newId('ExternalCode'), { values: { ...code, validity: { edtf: '1713/..' } } }),
  ];
  const [changed, retired] = [newId('ExternalCode'), newId('ExternalCode')];
  const incomplete = create('ExternalCode', { of: fact });
  const outline = outlineOf([first, dated, incomplete, update(changed, {}, { value: 'Q1' }), retire(retired)]);
  expect([...outline.codes]).toEqual([
    [
      codeKey('WIKIDATA', 'Q1410'),
      [
        { id: first.fact, ofLabel: fact, ...code },
        { id: dated.fact, ofLabel: fact, ...code, validity: { edtf: '1713/..' } },
      ],
    ],
  ]);
  expect([...outline.codesTouched]).toEqual([changed, retired]);
});

it('notes the rival values that come, and what is set on claims that are there', () => {
  const rival = { subject: fact, field: 'name', value: '"Calpe"' };
  const [claim, plain] = [create('Claim', rival), create('Claim', { subject: fact })];
  const reworded = update(newId('Claim'), {}, { value: '"Gib"' });
  const outline = outlineOf([claim, plain, reworded]);
  expect([...outline.rivals]).toEqual([[fact, [{ id: claim.fact, values: rival }]]]);
  expect([...outline.claimsChanged]).toEqual([[reworded.fact, { value: '"Gib"' }]]);
});
