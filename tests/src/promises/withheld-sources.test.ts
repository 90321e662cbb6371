import type { Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { type Api, openApi } from '../support/api.ts';
import { Crawl } from '../support/crawl.ts';
import { publish } from '../support/desk.ts';
import { markedFacts } from '../support/marked-facts.ts';
import { create, createSource, update } from '../support/operations.ts';

const live = markedFacts('shown');
const hidden = markedFacts('canary', live);
const source = newId('Source');
const batch = newId('ImportBatch');

const idOf = (type: Parameters<typeof hidden.ids.get>[0], of = hidden) => of.ids.get(type)?.[0] ?? '';
/**
 * Matches the words that occur only in withheld facts, in all forms that `markedFacts` gives them, and the ids of these
 * facts, also inside derived ids.
 */
const traces = new RegExp(
  [
    'canary',
    'ca-nary',
    Buffer.from('canary').toString('hex'),
    ...[...hidden.ids.values()].flat().map((id) => id.slice(id.lastIndexOf('_') + 1)),
    ...hidden.citations,
  ].join('|'),
  'i',
);

/** The operations of `hidden`, with each create marked as imported in the batch. */
const asImported: Operation[] = hidden.operations.map((operation, at) =>
  operation.kind === 'create' ? { ...operation, batch: { id: batch, line: at + 2 } } : operation,
);

let api: Api;
let operations: string[];
let variables: { hidden: string[] };
let before: readonly string[];
let contradictions: string[];
let refusedBefore: readonly string[];

const publishChanges = (changes: readonly Operation[]) => publish([api.people.EDITOR, api.people.ADMIN], changes);
const setRepublication = (from: string, to: string) =>
  publishChanges([update(source, { republication: from }, { republication: to })]);
const allowRepublication = (republish: boolean) =>
  api.people.ADMIN.ask(
    'mutation ($republish: Boolean!) { setRepublishWithheld(republish: $republish) { republishing { republishWithheld by { name } at } } }',
    { republish },
  );

beforeAll(async () => {
  api = await openApi();
  await publishChanges(live.operations);
  await publishChanges(
    [
      createSource({ name: 'A set on its own terms', independenceGroup: 'set', republication: 'WITHHELD' }),
      create('ImportBatch', {
        title: 'Its file',
        source,
        stance: 'SUPPORTS',
        modality: 'ASSERTED',
        credibility: 2,
      }),
    ].map((operation, at): Operation => ({ ...operation, fact: at === 0 ? source : batch })),
  );
  const { data } = await api.ask(getIntrospectionQuery({ inputValueDeprecation: true }));
  const crawl = new Crawl(buildClientSchema(data as never), live, hidden);
  variables = crawl.variables();
  operations = crawl.operations(2);
  before = await responsesTo();
  contradictions = crawl.contradictions(2);
  refusedBefore = await responsesToContradictions();
}, 120_000);
afterAll(() => api.close());

/** Sends operations, three at a time, and returns the data of the responses as JSON, in the same order. */
async function responsesTo(sources: readonly string[] = operations, ask = api.ask): Promise<string[]> {
  const responses: string[] = [];
  const send = async (from: number) => {
    for (let at = from; at < sources.length; at += 3) {
      const { status, text, data } = await askUntilAnswered(ask, sources[at] ?? '');
      if (status !== 200) throw new Error(`${sources[at]} returned status ${status}: ${text.slice(0, 500)}`);
      responses[at] = JSON.stringify(data);
    }
  };
  await Promise.all([send(0), send(1), send(2)]);
  return responses;
}

/** Sends an operation again while the server is too busy to compute its statistics, as its error says. */
async function askUntilAnswered(ask: typeof api.ask, source: string): ReturnType<typeof api.ask> {
  const response = await ask(source, variables);
  if (response.status !== 503) return response;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return askUntilAnswered(ask, source);
}

/** Sends the contradicting operations, and returns each response with its status, whether it is refused or not. */
async function responsesToContradictions(ask = api.ask): Promise<string[]> {
  const responses: string[] = [];
  for (const operation of contradictions) {
    const { status, data, errors } = await ask(operation);
    responses.push(JSON.stringify([operation, status, data ?? null, errors]));
  }
  return responses;
}

/** True when the response to an operation does not depend on the latest revision. */
const isWithoutRevision = (operation: string) => !/revision[s ({]|2999/.test(operation);
const at = (revision: number) =>
  operations.map((operation) => operation.replaceAll('revision: 2', `revision: ${revision}`));

async function expectNoTrace(sources: readonly string[] = operations): Promise<void> {
  for (const [place, text] of (await responsesTo(sources)).entries()) {
    const trace = traces.exec(text);
    if (trace) throw new Error(`${sources[place]} shows withheld data: ${trace[0]} ${text.slice(0, 600)}`);
  }
}

const fieldsNotIn = (texts: readonly string[]) => {
  const all = texts.join('\n');
  return [...hidden.words].filter(([, word]) => !all.includes(word)).map(([field]) => field);
};

describe('facts of a source that may not be republished', () => {
  it('appear nowhere and change no other response', async () => {
    expect(await publishChanges(asImported)).toBe(3);
    const now = await responsesTo();
    for (const [place, text] of now.entries()) {
      const operation = operations[place] ?? '';
      if (traces.test(text)) throw new Error(`${operation} shows withheld data: ${text.slice(0, 600)}`);
      if (isWithoutRevision(operation)) expect([operation, text]).toEqual([operation, before[place]]);
    }
    await expectNoTrace(at(3));
    expect(await responsesToContradictions()).toEqual(refusedBefore);
    expect((await api.ask('{ revision { number operations } changes(since: 2) { totalCount } }')).data).toEqual({
      revision: { number: 3, operations: 0 },
      changes: { totalCount: 0 },
    });
  }, 120_000);

  it('are shown in full at the desk, with the line of their file as evidence', async () => {
    expect(fieldsNotIn(await responsesTo(at(3), api.people.CONTRIBUTOR.ask))).toEqual(['Source.archivedText']);
    const { data } = await api.people.CONTRIBUTOR.ask(
      `{ exercise(id: "${idOf('Exercise')}") { batchLine citations(orderBy: ID_ASC) { nodes { line source { name republication } } } } }`,
    );
    expect(JSON.stringify(data)).toContain('A set on its own terms');
  }, 120_000);

  it('hide facts that require them, and are missing from facts that link to them', async () => {
    const [name, event] = [newId('Name'), newId('Event')];
    await publishChanges([
      create(
        'Name',
        { of: idOf('State'), name: { text: 'canaryByHand', language: 'en' }, nameType: 'SHORT' },
        { fact: name, waivers: { '*': 'made up for a test' } },
      ),
      create(
        'Event',
        { title: 'By hand', category: 'CONSULT', date: { edtf: '2020' }, place: idOf('Place') },
        { fact: event, waivers: { '*': 'made up for a test' } },
      ),
    ]);
    const operation = `{ name(id: "${name}") { id } names(filter: { of: { eq: "${idOf('State')}" } }) { totalCount }
      event(id: "${event}") { title place { label } fields { name state } }
      events(filter: { place: { eq: "${idOf('Place')}" } }) { totalCount }
      search(text: "canaryByHand") { totalCount } }`;
    const { data } = await api.ask(operation);
    expect(data).toMatchObject({
      name: null,
      names: { totalCount: 0 },
      event: {
        title: 'By hand',
        place: null,
        fields: expect.arrayContaining([{ name: 'place', state: 'NOT_RECORDED' }]),
      },
      events: { totalCount: 0 },
      search: { totalCount: 0 },
    });
    await expectNoTrace(at(4));
  }, 120_000);

  it('are shown while an administrator, who is named, allows it, and are hidden again afterwards', async () => {
    expect(
      (await api.people.EDITOR.ask('mutation { setRepublishWithheld(republish: true) { solo } }')).errors[0]?.extensions
        .code,
    ).toBe('FORBIDDEN');
    expect((await allowRepublication(true)).data).toMatchObject({
      setRepublishWithheld: { republishing: { republishWithheld: true, by: { name: 'Dana' }, at: expect.any(String) } },
    });
    await waitForNotification();
    expect(fieldsNotIn(await responsesTo(at(3)))).toEqual(['Source.archivedText']);
    expect(await responsesToContradictions()).not.toEqual(refusedBefore);
    await allowRepublication(false);
    await waitForNotification();
    await expectNoTrace(at(3));
    expect(await responsesToContradictions()).toEqual(refusedBefore);
  }, 240_000);

  it('are shown while the source allows it, and are hidden again afterwards, also at past revisions', async () => {
    await setRepublication('WITHHELD', 'ALLOWED');
    expect(fieldsNotIn(await responsesTo(at(3)))).toEqual(['Source.archivedText']);
    await setRepublication('ALLOWED', 'WITHHELD');
    await waitForNotification();
    await expectNoTrace(at(3));
  }, 240_000);
});

/**
 * Waits until the database has notified the server, for 1.2 seconds. Until then, the response cache may still answer.
 */
async function waitForNotification(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}
