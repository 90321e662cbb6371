// The desk endpoint returns facts and changesets with the names of the API, such as `EVENT_ACTOR` for `EventActor`.
import type { Operation } from '@chancery/changesets';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { publish } from '../support/desk.ts';
import { cite, createSource, createWaived, retire, update } from '../support/operations.ts';

let api: Api;
const source = createSource();
const narnia = createWaived('State', { name: 'Narnia' });
const visit = createWaived('Event', { title: 'A visit', category: 'CONSULT' });
const relation = createWaived('EventActor', { event: visit.fact, agent: narnia.fact, role: 'ACTOR' });
const citation = cite(narnia.fact, source.fact, { field: 'name' });

beforeAll(async () => {
  api = await openApi();
  const { ADMIN, EDITOR } = api.people;
  const sourceCitation = cite(source.fact, source.fact);
  const merge = (operations: Operation[]) => publish([ADMIN, EDITOR], operations);
  await merge([source, sourceCitation, narnia, citation, visit, relation]);
}, 60_000);
afterAll(() => api?.close());

it('one operation reads the citations of facts at several levels', async () => {
  const draft = await api.people.EDITOR.drafts([update(narnia.fact, { name: 'Narnia' }, { name: 'Archenland' })]);
  const { data } = await api.as('EDITOR')(
    `query ($fact: ID!, $changeset: ID!) {
      standingFacts(ids: [$fact]) { type label citations { id group } }
      changeset(id: $changeset) { facts { nodes { type standing { type citations { id } } operations { kind set } } } }
    }`,
    { fact: narnia.fact, changeset: draft.id },
  );
  expect(data).toEqual({
    standingFacts: [{ type: 'STATE', label: 'Narnia', citations: [{ id: citation.citation, group: 'gazette' }] }],
    changeset: {
      facts: {
        nodes: [
          {
            type: 'STATE',
            standing: { type: 'STATE', citations: [{ id: citation.citation }] },
            operations: [{ kind: 'UPDATE', set: { name: 'Archenland' } }],
          },
        ],
      },
    },
  });
});

it('facts, links, history and counts have the names of the API', async () => {
  const lost = createWaived('State', { name: 'Lost' });
  await publish([api.people.ADMIN, api.people.EDITOR], [lost]);
  await publish([api.people.ADMIN, api.people.EDITOR], [retire(lost.fact, 'It never was.')]);
  const draft = await api.people.EDITOR.drafts([retire(relation.fact)]);
  const { data } = await api.as('CONTRIBUTOR')(
    `query ($fact: ID!, $lost: ID!, $changeset: ID!) {
      inboundLinks(fact: $fact) { id type field }
      retiredFact(id: $lost) { type label reason state }
      history(fact: $lost) { operation { kind fact reason values } author { role } }
      labels(ids: [$fact]) { id label }
      changeset(id: $changeset) {
        counts { type kind facts }
        groups { type kind code facts }
        group(type: EVENT_ACTOR, kind: RETIRE) { nodes { fact type } hasNextPage }
      }
    }`,
    { fact: narnia.fact, lost: lost.fact, changeset: draft.id },
  );
  expect(data).toMatchObject({
    inboundLinks: [{ id: relation.fact, type: 'EVENT_ACTOR', field: 'agent' }],
    retiredFact: { type: 'STATE', label: 'Lost', reason: 'It never was.', state: { values: { name: 'Lost' } } },
    history: [
      {
        operation: { kind: 'RETIRE', fact: lost.fact, reason: 'It never was.', values: null },
        author: { role: 'ADMIN' },
      },
      {
        operation: { kind: 'CREATE', fact: lost.fact, reason: null, values: { name: 'Lost' } },
        author: { role: 'ADMIN' },
      },
    ],
    labels: [{ id: narnia.fact, label: 'Narnia' }],
    changeset: {
      counts: [{ type: 'EVENT_ACTOR', kind: 'RETIRE', facts: 1 }],
      groups: [{ type: 'EVENT_ACTOR', kind: 'RETIRE', code: null, facts: 1 }],
      group: { nodes: [{ fact: relation.fact, type: 'EVENT_ACTOR' }], hasNextPage: false },
    },
  });
});

it('an argument that is null counts as not given', async () => {
  const ask = api.as('EDITOR');
  const opened = await ask('mutation { openChangeset(id: null, title: "One", reason: null) { number title reason } }');
  expect(opened).toMatchObject({ status: 200, data: { openChangeset: { title: 'One', reason: '' } } });
  const { number } = (opened.data as unknown as { openChangeset: { number: number } }).openChangeset;
  const listed = await ask(
    'query ($number: Int) { changeset(id: null, number: $number) { number } changesets(status: null, mine: null, first: null, after: null) { nodes { number } } }',
    { number },
  );
  const nodes = Array.from({ length: number }, (_, at) => ({ number: number - at }));
  expect(listed.data).toEqual({ changeset: { number }, changesets: { nodes } });
});
