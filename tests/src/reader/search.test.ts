import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk, publish } from '../support/desk.ts';
import { createWaived, update } from '../support/operations.ts';
import { createReaderClient, type ReaderClient } from '../support/reader-client.ts';

let desk: Desk;
let client: ReaderClient;

const state = (name: string) => createWaived('State', { name, validity: { edtf: '1900/..' } });
const nameOf = ({ fact }: { fact: string }, text: string, nameType: string) =>
  createWaived('Name', { of: fact, name: { text, language: 'en' }, nameType });
const codeOf = ({ fact }: { fact: string }, value: string) =>
  createWaived('ExternalCode', { of: fact, scheme: 'ISO_A3', value, status: 'OFFICIAL' });
const agreement = (title: string) => createWaived('Agreement', { title });

const title = 'Treaty on partnership between Russia and Iran';
const russia = state('Russia');
const chile = state('Chile');
const ivoryCoast = state('Côte d’Ivoire');
const strait = createWaived('Exercise', {
  name: 'Exercise in the Strait of Hormuz',
  status: 'HELD',
  start: { edtf: '2019' },
});
const partnership = agreement(title);
const construction = agreement('Agreement with Iran on construction');
const child = agreement('Convention on the Rights of the Child');
const percent = agreement('Reduction of 50% by under_score');
const fillers = [1, 2, 3, 4, 5].map((nth) => agreement(`Children ${nth} of the world`));

beforeAll(async () => {
  desk = await openDesk();
  const editors = [await desk.createUser('Ana'), await desk.createUser('Ben')] as const;
  await publish(editors, [
    ...[russia, chile, ivoryCoast, strait, partnership, construction, child, percent, ...fillers],
    ...[nameOf(russia, 'USSR', 'FORMER'), nameOf(russia, 'Union of Soviet Socialist Republics', 'FORMER')],
    ...[nameOf(russia, 'Rossiya', 'TRANSLITERATION'), codeOf(russia, 'RUS'), codeOf(chile, 'CHL')],
  ]);
  await publish(editors, [
    update(construction.fact, { title: 'Agreement with Iran on construction' }, { title: 'Agreement on Bushehr' }),
  ]);
  client = createReaderClient(desk.reader);
}, 300_000);
afterAll(() => desk?.close());

/** Returns the matches of a search as `label: part, text, fit`. */
async function found(text: string, within = (search: string) => search): Promise<string[]> {
  const { search, at } = (await client.data(
    `query ($text: String!) { ${within('search(text: $text, first: 50) { edges { matchedOn matchedText fit node { label } } }')} }`,
    { text },
  )) as Record<string, { edges: unknown; search: { edges: unknown } }>;
  const edges = (at?.search ?? search)?.edges as {
    matchedOn: string;
    matchedText: string;
    fit: string;
    node: { label: string };
  }[];
  return edges.map(({ matchedOn, matchedText, fit, node }) => `${node.label}: ${matchedOn}, ${matchedText}, ${fit}`);
}
const itself = (label: string, fit: string) => `${label}: LABEL, ${label}, ${fit}`;

describe('a search', () => {
  it.each(['Russia Iran', 'iran, RUSSIA', 'treaty with Iran', 'The Treaty of Russia', 'Iran partner treaty'])(
    'finds the words in any order, without those that say little: %s',
    async (text) => expect(await found(text)).toEqual([itself(title, 'WORDS')]),
  );

  it('does not find records that lack a word', async () => {
    expect(await found('Russia Bushehr')).toEqual([]);
    expect(await found('Russia partnership with Iraq')).toEqual([]);
  });

  it('finds short words only as whole words, and others only at the start of words', async () => {
    expect(await found('strait of ho')).toEqual([itself('Exercise in the Strait of Hormuz', 'PART')]);
    expect(await found('ho strait')).toEqual([]);
    expect(await found('hor strait')).toEqual([itself('Exercise in the Strait of Hormuz', 'WORDS')]);
    expect(await found('rmuz strait')).toEqual([]);
  });

  it.each(['Hormus', 'hrmuz', 'Homruz', 'hormuzz', 'Yormuz', 'HÓRMUS', 'Hormus strait', 'strayt of hormuz'])(
    'finds a word of five letters or more with one wrong letter: %s',
    async (text) => expect(await found(text)).toEqual([itself('Exercise in the Strait of Hormuz', 'SIMILAR')]),
  );

  it.each(['Hirmus', 'Irsn', 'hormus treaty', '50123'])(
    'does not find more than one wrong letter, nor shorter words: %s',
    async (text) => expect(await found(text)).toEqual([]),
  );

  it('leaves similar words out if enough records have the words as they are written', async () => {
    expect(await found('Chile')).toEqual([
      itself('Chile', 'WHOLE'),
      itself('Convention on the Rights of the Child', 'SIMILAR'),
    ]);
    const children = await found('child');
    expect(children.slice(0, -1).sort()).toEqual(fillers.map(({ values }) => itself(String(values.title), 'START')));
    expect(children.at(-1)).toBe(itself('Convention on the Rights of the Child', 'PART'));
  });

  it('says which name or code matched, and that a name is a former one', async () => {
    expect(await found('ussr')).toEqual(['Russia: FORMER_NAME, USSR, WHOLE']);
    expect(await found('soviet republics')).toEqual([
      'Russia: FORMER_NAME, Union of Soviet Socialist Republics, WORDS',
    ]);
    expect(await found('sovjet')).toEqual(['Russia: FORMER_NAME, Union of Soviet Socialist Republics, SIMILAR']);
    expect(await found('Rossiya')).toEqual(['Russia: NAME, Rossiya, WHOLE']);
    expect((await found('rus'))[0]).toBe('Russia: CODE, RUS, WHOLE');
  });

  it('orders whole matches before starts, parts and words', async () => {
    expect(await found('Russia')).toEqual([itself('Russia', 'WHOLE'), itself(title, 'PART')]);
  });

  it('ignores accents and apostrophes between words', async () => {
    expect(await found('ivoire cote')).toEqual([itself('Côte d’Ivoire', 'WORDS')]);
  });

  it('reads a past revision as it was', async () => {
    const at = (revision: number) => (search: string) => `at(revision: ${revision}) { ${search} }`;
    expect(await found('construction Iran', at(1))).toEqual([itself('Agreement with Iran on construction', 'WORDS')]);
    expect(await found('constructoin', at(1))).toEqual([itself('Agreement with Iran on construction', 'SIMILAR')]);
    for (const text of ['construction Iran', 'constructoin']) {
      expect(await found(text, at(2))).toEqual([]);
      expect(await found(text)).toEqual([]);
    }
    expect(await found('Bushehr agreement', at(1))).toEqual([]);
  });

  it.each(['50% reduction', 'under_score reduction'])('reads %s as text', async (text) =>
    expect(await found(text)).toEqual([itself('Reduction of 50% by under_score', 'WORDS')]),
  );

  it.each([
    ...[
      "' | 'russia",
      'a:* & b',
      '!russia',
      "\\' \\\\ \\",
      '%_%',
      '~russia',
      '()',
      'the of with',
      '.',
      '-- ; /*',
      '\u0001',
    ],
    ...['x'.repeat(200), '\u{1F600}'.repeat(200), 'ab '.repeat(66), 'é'.repeat(5_000), 'word '.repeat(20_000)],
  ])('finds nothing for nonsense: %#', async (text) =>
    expect((await found(text)).filter((line) => !/Russia/.test(line))).toEqual([]),
  );

  it('counts the first eight words of a long text', async () => {
    const eight = 'treaty partnership russia iran tre part rus ira';
    expect(await found(`${eight} nonsense and more`)).toEqual([itself(title, 'WORDS')]);
    expect(await found(`nonsense ${eight}`)).toEqual([]);
  });

  it('pages with cursors through all matches in one order', async () => {
    const page =
      'search(text: "children", first: 2, after: $after) { pageInfo { endCursor hasNextPage } nodes { label } }';
    interface Page {
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      readonly nodes: readonly { readonly label: string }[];
    }
    const labels: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const answer = await client.text(`query ($after: String) { ${page} }`, { after });
      const { pageInfo, nodes }: Page = JSON.parse(answer).data.search;
      labels.push(...nodes.map(({ label }) => label));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(labels.sort()).toEqual(fillers.map(({ values }) => values.title));
  });
});
