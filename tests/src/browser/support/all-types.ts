import {
  concreteTypesOf,
  type FactTypeName,
  type Field,
  type FieldKind,
  fieldsOf,
  labelFields,
  typeOf,
} from '@chancery/codebook';
import type { Page } from 'playwright-core';
import type { BrowserSetup } from './browser.ts';
import {
  approveAndMerge,
  chooseValue,
  citeAll,
  openNewFact,
  pickFact,
  submit,
  typeText,
  waitForEditor,
  waitUntilSaved,
} from './desk-steps.ts';

const source = 'Proof of Source';

/** Returns the label of the fact that these steps create for a type. */
const labelOf = (factType: FactTypeName) => (factType === 'Source' ? source : `Proof of ${factType}`);

/** For each kind of field, fills in a field as an editor would. Does nothing for kinds that no type requires. */
const fill: Readonly<Record<FieldKind, (page: Page, name: string, field: Field, words: string) => Promise<void>>> = {
  text: (page, name, _field, words) => typeText(page, name, words),
  longText: (page, name, _field, words) => typeText(page, name, words),
  code: (page, name, _field, words) => typeText(page, name, words.replaceAll(' ', '-')),
  url: (page, name) => typeText(page, name, 'https://example.org/'),
  integer: (page, name, { min = 0 }) => typeText(page, name, String(min + 1)),
  number: (page, name, { min = 0 }) => typeText(page, name, String(min)),
  boolean: (page, name) => chooseValue(page, name, 'true'),
  uncertainDate: (page, name) => typeText(page, name, 'c. May 2016'),
  oneOf: (page, name, { list }) => chooseValue(page, name, Object.keys(list?.values ?? {})[0] ?? ''),
  manyOf: async () => undefined,
  link: (page, name, _field, words) => pickFact(page, name, words),
  name: async (page, name, _field, words) => {
    await typeText(page, name, words);
    const language = page.locator(`[data-field="${name}"] input`).last();
    await language.fill('en');
    await language.blur();
  },
  point: async () => undefined,
};

/**
 * Creates a fact: fills in the required fields of its type, and cites a source for the fields that need a citation.
 * Returns the id of the fact.
 */
async function record(page: Page, origin: string, factType: FactTypeName): Promise<string> {
  const id = await openNewFact(page, origin, collectionOf(factType));
  const [label] = labelFields(factType);
  const usedLabels = new Set<string>();
  for (const [name, field] of Object.entries(fieldsOf(factType))) {
    if (!field.required || name === 'evidenceStatus') continue;
    let words = name === label?.name ? labelOf(factType) : `Proof ${factType}`;
    if (field.kind === 'link') {
      words = labelOf(concreteTypesOf(field.target ?? 'Fact')[0] ?? 'State');
      // The two ends of a link must be different facts: the second is one of the demo register.
      if (usedLabels.has(words)) words = 'Iran';
      usedLabels.add(words);
    }
    await fill[field.kind](page, name, field, words);
  }
  if ((await page.getByRole('button', { name: /: needs a citation/ }).count()) > 0)
    await citeAll(page, { source, credibility: '2' });
  await waitUntilSaved(page);
  return id;
}

const collectionOf = (factType: FactTypeName) => typeOf(factType).plural.replaceAll(' ', '-');

/** Retires the fact in the editor, together with all facts that link to it. */
async function retire(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Retire…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The proof is over.');
  await dialog.getByRole('button', { name: /^Retire/ }).click();
  const all = dialog.getByRole('button', { name: 'Retire all' });
  await page.getByText('Retired in this changeset').or(all).first().waitFor();
  if (await all.isVisible()) await all.click();
  await waitUntilSaved(page);
}

/** A fact as the public endpoint returns it. Its type is `Tombstone` if it is retired. */
interface PublicFact {
  readonly __typename: string;
  readonly note?: string | null;
}

/** The types whose fact was correct at the public endpoint after each stage. */
export interface LifecycleResult {
  readonly created: readonly FactTypeName[];
  readonly edited: readonly FactTypeName[];
  readonly retired: readonly FactTypeName[];
}

/**
 * Takes one fact of each given type through its life cycle at the desk, in the browser: one editor creates, cites and
 * submits, another approves and merges; then the same for an edit and for the retirement. The source that all facts
 * cite is created first, then records, then links, which need the records.
 */
export async function runLifecycle(browsing: BrowserSetup, types: readonly FactTypeName[]): Promise<LifecycleResult> {
  const { origin, api, visit } = browsing;
  const [author, reviewer] = await Promise.all([
    api.createUser('Author', 'EDITOR'),
    api.createUser('Reviewer', 'EDITOR'),
  ]);
  const mergeChangeset = async (why: string, story: (page: Page) => Promise<void>) => {
    const changeset = await visit('/desk', { as: author }, async ({ page }) => {
      await story(page);
      return submit(page, why);
    });
    await visit('/desk', { as: reviewer }, ({ page }) => approveAndMerge(page, origin, changeset));
  };
  const ids = new Map<FactTypeName, string>();
  const typesWhere = async (
    condition: (fact: PublicFact, factType: FactTypeName) => boolean,
  ): Promise<FactTypeName[]> => {
    const matching: FactTypeName[] = [];
    for (const factType of types) {
      const { data } = await api.ask('query ($id: ID!) { node(id: $id) { __typename ... on Fact { note } } }', {
        id: ids.get(factType) ?? '',
      });
      const { node } = data as unknown as { node: PublicFact | null };
      if (node && condition(node, factType)) matching.push(factType);
    }
    return matching;
  };

  const isRecord = (factType: FactTypeName) => typeOf(factType).category === 'record';
  const records = ['Source', ...types.filter((factType) => isRecord(factType) && factType !== 'Source')] as const;
  const links = types.filter((factType) => !isRecord(factType));
  for (const stage of [records, links])
    await mergeChangeset('One of each type.', async (page) => {
      for (const factType of stage)
        ids.set(factType as FactTypeName, await record(page, origin, factType as FactTypeName));
    });
  const created = await typesWhere(({ __typename }, factType) => __typename === factType);

  const note = (factType: FactTypeName) => `Looked at again: ${typeOf(factType).singular}.`;
  await mergeChangeset('A note on each.', async (page) => {
    for (const factType of types) {
      await page.goto(`${origin}/desk/${collectionOf(factType)}/${ids.get(factType)}`);
      await waitForEditor(page);
      await typeText(page, 'note', note(factType));
      await waitUntilSaved(page);
    }
  });
  const edited = await typesWhere((fact, factType) => fact.note === note(factType));

  await mergeChangeset('The proof is over.', async (page) => {
    // Retire links before the records that they need.
    for (const factType of [...links, ...records.toReversed()] as FactTypeName[]) {
      await page.goto(`${origin}/desk/${collectionOf(factType)}/${ids.get(factType)}`);
      await waitForEditor(page);
      await retire(page);
    }
  });
  const retired = await typesWhere(({ __typename }) => __typename === 'Tombstone');
  return { created, edited, retired };
}
