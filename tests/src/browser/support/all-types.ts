import {
  concreteTypes,
  type FactTypeName,
  type Field,
  type FieldKind,
  fieldsOf,
  labelFields,
  typeOf,
} from '@chancery/codebook';
import type { Page } from 'playwright-core';
import type { Browsing } from './browser.ts';
import { approveAndMerge, choose, citeAll, openEditor, openNew, pick, saved, submit, type } from './desk-steps.ts';

const source = 'Proof of Source';

/** What the fact of a type that is made here is called. */
const called = (of: FactTypeName) => (of === 'Source' ? source : `Proof of ${of}`);

/** How a field of each kind is filled in by somebody who sits before it. Kinds that no type requires are left alone. */
const fill: Readonly<Record<FieldKind, (page: Page, name: string, field: Field, words: string) => Promise<void>>> = {
  text: (page, name, _field, words) => type(page, name, words),
  longText: (page, name, _field, words) => type(page, name, words),
  code: (page, name, _field, words) => type(page, name, words.replaceAll(' ', '-')),
  url: (page, name) => type(page, name, 'https://example.org/'),
  integer: (page, name, { min = 0 }) => type(page, name, String(min + 1)),
  number: (page, name, { min = 0 }) => type(page, name, String(min)),
  boolean: (page, name) => choose(page, name, 'true'),
  uncertainDate: (page, name) => type(page, name, 'c. May 2016'),
  oneOf: (page, name, { list }) => choose(page, name, Object.keys(list?.values ?? {})[0] ?? ''),
  manyOf: async () => undefined,
  link: (page, name, _field, words) => pick(page, name, words),
  name: async (page, name, _field, words) => {
    await type(page, name, words);
    const language = page.locator(`[data-field="${name}"] input`).last();
    await language.fill('en');
    await language.blur();
  },
  point: async () => undefined,
};

/** Fills in what a type requires, and cites all that must be cited. Returns the id of the fact. */
async function record(page: Page, origin: string, of: FactTypeName): Promise<string> {
  const id = await openNew(page, origin, collectionOf(of));
  const [label] = labelFields(of);
  const taken = new Set<string>();
  for (const [name, field] of Object.entries(fieldsOf(of))) {
    if (!field.required || name === 'evidenceStatus') continue;
    let words = name === label?.name ? called(of) : `Proof ${of}`;
    if (field.kind === 'link') {
      words = called(concreteTypes(field.target ?? 'Fact')[0] ?? 'State');
      // The two ends of a link are two facts: the second is one of the demo register.
      if (taken.has(words)) words = 'Iran';
      taken.add(words);
    }
    await fill[field.kind](page, name, field, words);
  }
  if ((await page.getByRole('button', { name: /: needs a citation/ }).count()) > 0)
    await citeAll(page, { source, credibility: '2' });
  await saved(page);
  return id;
}

const collectionOf = (of: FactTypeName) => typeOf(of).plural.replaceAll(' ', '-');

/** Retires the fact in the editor, with whatever links to it. */
async function retire(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Retire…' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByLabel('Reason').fill('The proof is over.');
  await asked.getByRole('button', { name: /^Retire/ }).click();
  const all = asked.getByRole('button', { name: 'Retire all of these' });
  await page.getByText('Retired in this changeset').or(all).first().waitFor();
  if (await all.isVisible()) await all.click();
  await saved(page);
}

/** What the public door says of a fact: its type, which is Tombstone once it is retired, and its note. */
interface Told {
  readonly __typename: string;
  readonly note?: string | null;
}

/** Of which types the public door showed the fact after each stage. */
export interface Lived {
  readonly created: readonly FactTypeName[];
  readonly edited: readonly FactTypeName[];
  readonly retired: readonly FactTypeName[];
}

/**
 * Takes one fact of each of some types through its whole life at the desk, in the browser: one editor creates, cites and
 * submits, another approves and merges; so again for an edit, and for its retirement. Records come before the links that
 * lead to them, and a source, which all cite, first.
 */
export async function liveThrough(browsing: Browsing, types: readonly FactTypeName[]): Promise<Lived> {
  const { origin, api, visit } = browsing;
  const [author, reviewer] = await Promise.all([api.hire('Author', 'EDITOR'), api.hire('Reviewer', 'EDITOR')]);
  const merged = async (why: string, story: (page: Page) => Promise<void>) => {
    const changeset = await visit('/desk', { as: author }, async ({ page }) => {
      await story(page);
      return submit(page, why);
    });
    await visit('/desk', { as: reviewer }, ({ page }) => approveAndMerge(page, origin, changeset));
  };
  const ids = new Map<FactTypeName, string>();
  const holds = async (condition: (told: Told, of: FactTypeName) => boolean): Promise<FactTypeName[]> => {
    const found: FactTypeName[] = [];
    for (const of of types) {
      const { data } = await api.ask('query ($id: ID!) { node(id: $id) { __typename ... on Fact { note } } }', {
        id: ids.get(of) ?? '',
      });
      const { node } = data as unknown as { node: Told | null };
      if (node && condition(node, of)) found.push(of);
    }
    return found;
  };

  const isRecord = (of: FactTypeName) => typeOf(of).category === 'record';
  const records = ['Source', ...types.filter((of) => isRecord(of) && of !== 'Source')] as const;
  const links = types.filter((of) => !isRecord(of));
  for (const stage of [records, links])
    await merged('One of each type.', async (page) => {
      for (const of of stage) ids.set(of as FactTypeName, await record(page, origin, of as FactTypeName));
    });
  const created = await holds(({ __typename }, of) => __typename === of);

  const note = (of: FactTypeName) => `Looked at again: ${typeOf(of).singular}.`;
  await merged('A note on each.', async (page) => {
    for (const of of types) {
      await page.goto(`${origin}/desk/${collectionOf(of)}/${ids.get(of)}`);
      await openEditor(page);
      await type(page, 'note', note(of));
      await saved(page);
    }
  });
  const edited = await holds((told, of) => told.note === note(of));

  await merged('The proof is over.', async (page) => {
    // What leads elsewhere goes before what it leads to.
    for (const of of [...links, ...records.toReversed()] as FactTypeName[]) {
      await page.goto(`${origin}/desk/${collectionOf(of)}/${ids.get(of)}`);
      await openEditor(page);
      await retire(page);
    }
  });
  const retired = await holds(({ __typename }) => __typename === 'Tombstone');
  return { created, edited, retired };
}
