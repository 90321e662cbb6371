import type { Locator, Page } from 'playwright-core';

/** Fills in and sends the sign-in form, and waits for the page after it. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** Opens the form of a new fact and waits until it is ready. Returns the id of the new fact. */
export async function openNewFact(page: Page, origin: string, collection: string): Promise<string> {
  await page.goto(`${origin}/desk/${collection}/new`);
  return waitForEditor(page);
}

/** Waits until the form of a fact is shown. Returns the id of the fact, which is the end of the path. */
export async function waitForEditor(page: Page): Promise<string> {
  await page.locator('[data-field="evidenceStatus"]').first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Locates the row of a field in a form: the first field with this name in `scope`. */
export function fieldRow(scope: Page | Locator, name: string): Locator {
  return scope.locator(`[data-field="${name}"]`).first();
}

/** Types into a field and moves the focus away, unless the field has the text already. */
export async function typeText(scope: Page | Locator, name: string, text: string): Promise<void> {
  const input = fieldRow(scope, name).locator('input, textarea').first();
  // The form may be filled with the last citation, whose label appears once it has been looked up.
  await input.and(scope.locator(':is(input, textarea):not([value="…"])')).waitFor();
  if ((await input.inputValue()) === text) return;
  await input.fill(text);
  await input.blur();
}

/** Chooses a value in the select of a field, by its label or key. */
export async function chooseValue(scope: Page | Locator, name: string, value: string): Promise<void> {
  await fieldRow(scope, name).locator('select').first().selectOption(value);
}

/**
 * Searches for a fact by typing, and chooses the option with the text `option`, unless the field has the text already.
 */
export async function pickFact(
  scope: Page | Locator,
  name: string,
  text: string,
  option: string | RegExp = text,
): Promise<void> {
  const input = fieldRow(scope, name).locator('input').first();
  // The form may be filled with the last citation, whose label appears once it has been looked up.
  await input.and(scope.locator(':is(input, textarea):not([value="…"])')).waitFor();
  if ((await input.inputValue()) === text) return;
  await input.fill(text);
  await input
    .page()
    .locator('[role=listbox]:visible [role=option]')
    .filter({ hasText: option, ...(String(option).includes('Create') ? {} : { hasNotText: /^Create / }) })
    .first()
    .click();
}

/** Waits until all changes are saved. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .locator('[data-testid="saving"]')
    .filter({ hasText: /^Saved/ })
    .waitFor();
}

/** The values to enter into a citation form. */
export interface CitationInput {
  readonly source: string;
  readonly credibility: string;
  readonly page?: string;
  readonly excerpt?: string;
  readonly modality?: string;
}

/** Cites a source for everything on the page that needs a citation. */
export async function citeAll(
  page: Page,
  { source, credibility, page: at, excerpt, modality }: CitationInput,
): Promise<void> {
  await page
    .getByRole('button', { name: /: needs a citation/ })
    .first()
    .click();
  const form = page.getByRole('form', { name: 'Citation' });
  await pickFact(form, 'source', source);
  await typeText(form, 'credibility', credibility);
  if (at) await typeText(form, 'page', at);
  if (excerpt) await typeText(form, 'excerpt', excerpt);
  if (modality) await chooseValue(form, 'modality', modality);
  const all = form.getByLabel(/^All \d+ changed fields without evidence/);
  if ((await all.count()) > 0) await all.check();
  await form.getByRole('button', { name: 'Add citation', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** Submits the open changeset for review. Returns the path of its page. */
export async function submit(page: Page, why: string): Promise<string> {
  await waitUntilSaved(page);
  await page.getByRole('link', { name: 'Review & submit' }).click();
  await page.waitForURL(/\/desk\/changesets\//);
  const { pathname } = new URL(page.url());
  const form = page.getByRole('form', { name: 'Submit for review' });
  await form.getByLabel('Reason').fill(why);
  await form.getByLabel('Reason').blur();
  await form.getByRole('button', { name: 'Submit for review' }).click();
  await form.waitFor({ state: 'detached' });
  return pathname;
}

/** Approves and merges a changeset. The signed-in user must not be its author. */
export async function approveAndMerge(page: Page, origin: string, changeset: string): Promise<void> {
  await page.goto(`${origin}${changeset}/review`);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('button', { name: /^Approve version/ }).click();
  await merge(page);
}

/** Merges the approved changeset whose review is open, and waits until it is merged. */
export async function merge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('button', { name: /^Merge version \d+$/ }).click();
  await page
    .getByText(/^Merged as revision/)
    .first()
    .waitFor();
}
