import { newDeskId } from '@chancery/codebook';
import * as ledger from '@chancery/ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { type Api, openApi } from '../support/api.ts';
import { flock } from '../support/canaries.ts';
import { Crawl } from '../support/crawl.ts';
import { publish } from '../support/desk.ts';

const live = flock('shown');
const hidden = flock('canary', live);
/** What only a draft holds: its words in every form, and its ids. */
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
let before: readonly Seen[];
let changeset: ledger.Changeset;

beforeAll(async () => {
  // Nothing is kept between requests, so that each answer is read anew.
  api = await openApi({ cacheBytes: 64 });
  const { EDITOR, ADMIN } = api.people;
  await publish([EDITOR, ADMIN], live.operations);
  const { data } = await api.ask(getIntrospectionQuery());
  const crawl = new Crawl(buildClientSchema(data as never), live, hidden);
  variables = crawl.variables();
  operations = crawl.operations(1);
  before = await seenOf(operations);
}, 300_000);
afterAll(() => api.close());

interface Seen {
  readonly status: number;
  readonly text: string;
  readonly etag: string | null;
}

async function seenOf(asked: readonly string[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  const ask = async (from: number) => {
    for (let at = from; at < asked.length; at += 3) {
      const { status, text, headers } = await api.ask(asked[at] ?? '', variables);
      seen[at] = { status, text, etag: headers.get('etag') };
    }
  };
  await Promise.all([ask(0), ask(1), ask(2)]);
  return seen;
}

/** Asks everything again: the answers are the same to the byte, and hold no trace. */
async function expectNoTrace(): Promise<void> {
  const now = await seenOf(operations);
  for (const [at, seen] of now.entries()) {
    if (traces.test(seen.text))
      throw new Error(`${operations[at]} shows a draft: ${traces.exec(seen.text)?.[0]} ${seen.text.slice(0, 500)}`);
    expect(seen).toEqual(before[at]);
  }
  for (const path of ['/metrics', '/readyz', '/livez']) {
    expect(await (await fetch(api.url + path)).text()).not.toMatch(traces);
  }
}

describe('a draft is invisible to readers', () => {
  it('the crawl is wide, each of its questions is answered, and none of the answers has a canary yet', () => {
    expect(operations.length).toBeGreaterThan(500);
    for (const [at, seen] of before.entries()) {
      if (seen.status !== 200) throw new Error(`${operations[at]}: ${seen.text.slice(0, 500)}`);
      if (traces.test(seen.text)) throw new Error(`${operations[at]}: ${seen.text.slice(0, 500)}`);
    }
  });
  it('while it is being written', async () => {
    changeset = await api.people.EDITOR.drafts(hidden.operations, 'canaryTitle of the changeset');
    await expectNoTrace();
  }, 300_000);
  it('while it waits for review', async () => {
    const submitted = await api.people.EDITOR.submits(changeset);
    if (submitted.outcome !== 'submitted') throw new Error(JSON.stringify(submitted));
    changeset = submitted.changeset;
    await expectNoTrace();
  }, 300_000);
  it('when changes are asked for', async () => {
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
  it('when it is approved, and when its merge was tried and did not happen', async () => {
    await api.people.EDITOR.submits(changeset);
    expect(await api.people.ADMIN.approves(changeset)).toMatchObject({ outcome: 'reviewed' });
    await ledger.checkChangeset(api.desk.writer, changeset.id);
    await expectNoTrace();
  }, 300_000);
  it('and is seen once it is merged, every field of it but those held back: the crawl would have found it', async () => {
    expect(await api.people.ADMIN.merges(changeset)).toMatchObject({ outcome: 'merged', revision: 2 });
    const all = (await seenOf(operations.map((operation) => operation.replaceAll('revision: 1', 'revision: 2'))))
      .map(({ text }) => text)
      .join('\n');
    const unseen = [...hidden.words].filter(([, word]) => !all.includes(word)).map(([field]) => field);
    expect(unseen).toEqual(['Source.archivedText']);
  }, 300_000);
});
