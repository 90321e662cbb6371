import type { Operation } from '@chancery/changesets';
import { newId } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { type Api, openApi } from '../support/api.ts';
import { flock } from '../support/canaries.ts';
import { Crawl } from '../support/crawl.ts';
import { publish } from '../support/desk.ts';
import { aSource, create, update } from '../support/operations.ts';

const live = flock('shown');
const hidden = flock('canary', live);
const source = newId('Source');
const batch = newId('ImportBatch');

const idOf = (type: Parameters<typeof hidden.ids.get>[0], of = hidden) => of.ids.get(type)?.[0] ?? '';
/** The words of what is withheld in every form, and its ids, also where another is made from one. */
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

/** The same facts as lines of the batch. */
const asImported: Operation[] = hidden.operations.map((operation, at) =>
  operation.kind === 'create' ? { ...operation, batch: { id: batch, line: at + 2 } } : operation,
);

let api: Api;
let operations: string[];
let variables: { hidden: string[] };
let before: readonly string[];

const merges = (changes: readonly Operation[]) => publish([api.people.EDITOR, api.people.ADMIN], changes);
const judged = (from: string, to: string) => merges([update(source, { republication: from }, { republication: to })]);
const republishes = (republish: boolean) =>
  api.people.ADMIN.ask(
    'mutation ($republish: Boolean!) { setRepublishWithheld(republish: $republish) { republishing { republishWithheld by { name } at } } }',
    { republish },
  );

beforeAll(async () => {
  api = await openApi();
  await merges(live.operations);
  await merges(
    [
      aSource({ name: 'A set on its own terms', independenceGroup: 'set', republication: 'WITHHELD' }),
      create('ImportBatch', {
        title: 'Its file',
        source,
        stance: 'SUPPORTS',
        modality: 'ASSERTED',
        credibility: 2,
      }),
    ].map((operation, at): Operation => ({ ...operation, fact: at === 0 ? source : batch })),
  );
  const { data } = await api.ask(getIntrospectionQuery());
  const crawl = new Crawl(buildClientSchema(data as never), live, hidden);
  variables = crawl.variables();
  operations = crawl.operations(2);
  before = await seen();
}, 120_000);
afterAll(() => api.close());

/** What everybody is told, operation by operation. */
async function seen(of: readonly string[] = operations, ask = api.ask): Promise<string[]> {
  const told: string[] = [];
  const go = async (from: number) => {
    for (let at = from; at < of.length; at += 3) {
      const { status, text, data } = await ask(of[at] ?? '', variables);
      if (status !== 200) throw new Error(`${of[at]}: ${text.slice(0, 500)}`);
      told[at] = JSON.stringify(data);
    }
  };
  await Promise.all([go(0), go(1), go(2)]);
  return told;
}

/** Those that do not ask of which revision they are. */
const ofNoRevision = (operation: string) => !/revision[s ({]|2999/.test(operation);
const at = (revision: number) => operations.map((each) => each.replaceAll('revision: 2', `revision: ${revision}`));

async function expectNoTrace(of: readonly string[] = operations): Promise<void> {
  for (const [place, text] of (await seen(of)).entries()) {
    const trace = traces.exec(text);
    if (trace) throw new Error(`${of[place]} shows what is withheld: ${trace[0]} ${text.slice(0, 600)}`);
  }
}

const unseenIn = (texts: readonly string[]) => {
  const all = texts.join('\n');
  return [...hidden.words].filter(([, word]) => !all.includes(word)).map(([field]) => field);
};

describe('what a source does not allow to be shown', () => {
  it('is found nowhere, and changes no other answer', async () => {
    expect(await merges(asImported)).toBe(3);
    const now = await seen();
    for (const [place, text] of now.entries()) {
      const operation = operations[place] ?? '';
      if (traces.test(text)) throw new Error(`${operation} shows what is withheld: ${text.slice(0, 600)}`);
      if (ofNoRevision(operation)) expect([operation, text]).toEqual([operation, before[place]]);
    }
    await expectNoTrace(at(3));
    expect((await api.ask('{ revision { number operations } changes(since: 2) { totalCount } }')).data).toEqual({
      revision: { number: 3, operations: 0 },
      changes: { totalCount: 0 },
    });
  }, 120_000);

  it('is all at the desk, with the line of its file as evidence', async () => {
    expect(unseenIn(await seen(at(3), api.people.CONTRIBUTOR.ask))).toEqual(['Source.archivedText']);
    const { data } = await api.people.CONTRIBUTOR.ask(
      `{ exercise(id: "${idOf('Exercise')}") { batchLine citations(orderBy: ID_ASC) { nodes { line source { name republication } } } } }`,
    );
    expect(JSON.stringify(data)).toContain('A set on its own terms');
  }, 120_000);

  it('takes along what cannot be without it, and is missing where something else led to it', async () => {
    const [name, event] = [newId('Name'), newId('Event')];
    await merges([
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
    const asked = `{ name(id: "${name}") { id } names(filter: { of: { eq: "${idOf('State')}" } }) { totalCount }
      event(id: "${event}") { title place { label } fields { name state } }
      events(filter: { place: { eq: "${idOf('Place')}" } }) { totalCount }
      search(text: "canaryByHand") { totalCount } }`;
    const { data } = await api.ask(asked);
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

  it('is shown when the desk’s owner says so, who is named, and withheld again when they take it back', async () => {
    expect(
      (await api.people.EDITOR.ask('mutation { setRepublishWithheld(republish: true) { solo } }')).errors[0]?.extensions
        .code,
    ).toBe('FORBIDDEN');
    expect((await republishes(true)).data).toMatchObject({
      setRepublishWithheld: { republishing: { republishWithheld: true, by: { name: 'Dana' }, at: expect.any(String) } },
    });
    await heard();
    expect(unseenIn(await seen(at(3)))).toEqual(['Source.archivedText']);
    await republishes(false);
    await heard();
    await expectNoTrace(at(3));
  }, 240_000);

  it('is shown once its source is judged otherwise, and withheld from the past too when that is taken back', async () => {
    await judged('WITHHELD', 'ALLOWED');
    expect(unseenIn(await seen(at(3)))).toEqual(['Source.archivedText']);
    await judged('ALLOWED', 'WITHHELD');
    await heard();
    await expectNoTrace(at(3));
  }, 240_000);
});

/** Waits until the server has heard what the database has told: kept answers are asked for before the database is. */
async function heard(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}
