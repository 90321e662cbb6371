import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { type Api, openApi } from '../support/api.ts';
import { Crawl } from '../support/crawl.ts';
import { publish } from '../support/desk.ts';
import { markedFacts } from '../support/marked-facts.ts';

const live = markedFacts('shown');
const hidden = markedFacts('canary', live);
/** Matches the words that occur only in the draft, in all forms that `markedFacts` gives them, and the draft's ids. */
const traces = new RegExp(
  [
    'canary',
    'ca-nary',
    Buffer.from('canary').toString('hex'),
    ...[...hidden.ids.values()].flat(),
    ...hidden.citations,
  ].join('|'),
  'i',
);

let api: Api;
let operations: string[];
let variables: { hidden: string[] };
let before: readonly StoredResponse[];
let changeset: ledger.Changeset;

beforeAll(async () => {
  // A response cache too small to hold anything, so that every response is read from the database.
  api = await openApi({ cacheBytes: 64 });
  const { EDITOR, ADMIN } = api.people;
  await publish([EDITOR, ADMIN], live.operations);
  const { data } = await api.ask(getIntrospectionQuery({ inputValueDeprecation: true }));
  const crawl = new Crawl(buildClientSchema(data as never), live, hidden);
  variables = crawl.variables();
  operations = crawl.operations(1);
  before = await responsesTo(operations);
}, 300_000);
afterAll(() => api.close());

interface StoredResponse {
  readonly status: number;
  readonly text: string;
  readonly etag: string | null;
}

/** Sends all operations, three at a time, and returns the responses in the same order. */
async function responsesTo(sources: readonly string[]): Promise<StoredResponse[]> {
  const responses: StoredResponse[] = [];
  const send = async (from: number) => {
    for (let at = from; at < sources.length; at += 3) {
      const { status, text, headers } = await api.ask(sources[at] ?? '', variables);
      responses[at] = { status, text, etag: headers.get('etag') };
    }
  };
  await Promise.all([send(0), send(1), send(2)]);
  return responses;
}

/**
 * Repeats all operations, and expects the same responses, byte for byte, without any text of the draft. Expects none in
 * the metrics and health checks either.
 */
async function expectNoTrace(): Promise<void> {
  const now = await responsesTo(operations);
  for (const [at, response] of now.entries()) {
    const { text } = response;
    if (traces.test(text))
      throw new Error(`${operations[at]} shows a draft: ${traces.exec(text)?.[0]} ${text.slice(0, 500)}`);
    expect(response).toEqual(before[at]);
  }
  for (const path of ['/metrics', '/readyz', '/livez']) {
    expect(await (await fetch(api.url + path)).text()).not.toMatch(traces);
  }
}

describe('a draft is invisible to readers', () => {
  it('before the draft exists, the crawl has over 500 operations, and each succeeds without a canary', () => {
    expect(operations.length).toBeGreaterThan(500);
    for (const [at, { status, text }] of before.entries()) {
      if (status !== 200) throw new Error(`${operations[at]} returned status ${status}: ${text.slice(0, 500)}`);
      if (traces.test(text))
        throw new Error(`${operations[at]} contains ${traces.exec(text)?.[0]} before the draft: ${text.slice(0, 500)}`);
    }
  });
  it('while it is being written', async () => {
    changeset = await api.people.EDITOR.drafts(hidden.operations, 'canaryTitle of the changeset');
    await expectNoTrace();
  }, 300_000);
  it('while it waits for review', async () => {
    const submitted = await api.people.EDITOR.submits(changeset);
    if (submitted.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(submitted)}`);
    changeset = submitted.changeset;
    await expectNoTrace();
  }, 300_000);
  it('when the reviewer requests changes', async () => {
    const returned = await ledger.review(api.desk.writer, changeset.id, {
      id: newDeskId('review'),
      by: api.people.ADMIN.id,
      version: changeset.version,
      verdict: 'REQUEST_CHANGES',
      body: 'canaryReview',
    });
    expect(returned).toMatchObject({ outcome: 'reviewed', changeset: { status: 'RETURNED' } });
    await expectNoTrace();
  }, 300_000);
  it('when it is approved, and after its merge was tried and rolled back', async () => {
    await api.people.EDITOR.submits(changeset);
    expect(await api.people.ADMIN.approves(changeset)).toMatchObject({ outcome: 'reviewed' });
    await ledger.checkChangeset(api.desk.writer, changeset.id);
    await expectNoTrace();
  }, 300_000);
  it('until it is merged; then the crawl finds every field except those that the public schema leaves out', async () => {
    expect(await api.people.ADMIN.merges(changeset)).toMatchObject({ outcome: 'merged', revision: 2 });
    const all = (await responsesTo(operations.map((operation) => operation.replaceAll('revision: 1', 'revision: 2'))))
      .map(({ text }) => text)
      .join('\n');
    const unseen = [...hidden.words].filter(([, word]) => !all.includes(word)).map(([field]) => field);
    expect(unseen).toEqual(['Source.archivedText']);
  }, 300_000);
});
