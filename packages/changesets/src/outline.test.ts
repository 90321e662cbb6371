import { newId } from '@chancery/codebook';
import { expect, it } from '@jest/globals';
import { outlineOf } from './outline.ts';
import { codeKey } from './rule-context.ts';
import { adopt, cite, create, dispute, restore, retire, uncite, update } from './testing/operations.ts';

const fact = newId('Place');

it('records added and retired facts', () => {
  const [created, disputed, restored] = [create('Place', {}), dispute({}), restore(newId('Event'), {})];
  const outline = outlineOf([created, disputed, restored, retire(fact), update(newId('Place'), {}, {}), cite(fact)]);
  expect([...outline.added]).toEqual([
    [created.fact, 'Place'],
    [disputed.fact, 'Dispute'],
    [restored.fact, 'Event'],
  ]);
  expect([...outline.retired]).toEqual([fact]);
});

it('records removed citations and changed links', () => {
  const citation = newId('Citation');
  const outline = outlineOf([
    uncite(fact, citation),
    update(fact, {}, { name: 'Gibraltar', country: null }),
    adopt(fact, {}, { deFactoController: newId('State') }, {}),
  ]);
  expect([...outline.uncited]).toEqual([citation]);
  expect([...outline.relinked].sort()).toEqual([`${fact}.country`, `${fact}.deFactoController`]);
});

it('records the independence groups of added and changed sources', () => {
  const [created, changed, renamed] = [newId('Source'), newId('Source'), newId('Source')];
  const outline = outlineOf([
    create('Source', { independenceGroup: 'one' }, { fact: created }),
    update(changed, {}, { independenceGroup: 'two' }),
    update(renamed, {}, { name: 'Gazette' }),
  ]);
  expect([...outline.groups]).toEqual([
    [created, 'one'],
    [changed, 'two'],
  ]);
});

it('records added codes with their periods, and changed and retired codes', () => {
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
  expect([...outline.changedCodes]).toEqual([changed, retired]);
});

it('records added claims about fields, and values set on existing claims', () => {
  const rival = { subject: fact, field: 'name', value: '"Calpe"' };
  const [claim, plain] = [create('Claim', rival), create('Claim', { subject: fact })];
  const changed = update(newId('Claim'), {}, { value: '"Gib"' });
  const outline = outlineOf([claim, plain, changed]);
  expect([...outline.rivals]).toEqual([[fact, [{ id: claim.fact, values: rival }]]]);
  expect([...outline.changedClaims]).toEqual([[changed.fact, { value: '"Gib"' }]]);
});
