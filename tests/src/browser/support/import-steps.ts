import type { Page } from 'playwright-core';

/** A file as somebody chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Hands files over on the page of a new import, and waits for the page of the import. Returns its address. */
export async function handOver(page: Page, files: readonly ChosenFile[]): Promise<string> {
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await page.waitForURL(/\/desk\/imports\/(?!new)[^/]+$/);
  return new URL(page.url()).pathname;
}

/** What there is in browsers alone. */
interface InBrowser {
  readonly DataTransfer: new () => { readonly items: { readonly add: (file: File) => void } };
}

/** Drops files on the page of a new import, and waits for the page of the import. */
export async function drop(page: Page, files: readonly ChosenFile[]): Promise<void> {
  const dragged = await page.evaluateHandle((dropped) => {
    const { DataTransfer } = globalThis as unknown as InBrowser;
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: 'text/csv' }));
    return data;
  }, files);
  const area = page.getByText('or drop them here');
  await area.dispatchEvent('dragover', { dataTransfer: dragged });
  await area.dispatchEvent('drop', { dataTransfer: dragged });
  await page.waitForURL(/\/desk\/imports\/(?!new)[^/]+$/);
}

/** Checks an import, and waits until every row is told. */
export async function check(page: Page, patience = 30_000): Promise<void> {
  await page.getByRole('button', { name: /^Check( again)?$/ }).click();
  await page.getByText('Preview of the import').waitFor({ timeout: patience });
  await page.getByRole('button', { name: 'Write the changeset' }).waitFor({ timeout: patience });
}

/** The rows of the table of counts, as text. */
export async function counts(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.getByRole('region', { name: 'Rows by outcome' });
  const heads = await table.locator('thead th').allInnerTexts();
  const found: Record<string, Record<string, string>> = {};
  for (const row of await table.locator('tbody tr').all()) {
    const [name = '', ...cells] = await row.locator('th, td').allInnerTexts();
    found[name] = Object.fromEntries(
      cells.map((cell, at) => [heads[at + 1] ?? '', cell.trim()]).filter(([, cell]) => cell !== '–'),
    );
  }
  return found;
}

/** Waits until so many rows of a type have an outcome. */
export async function counted(page: Page, facts: string, outcome: string, rows: string): Promise<void> {
  const row = page.getByRole('region', { name: 'Rows by outcome' }).locator('tbody tr', { hasText: facts });
  await row.locator(`td[data-outcome=${outcome}]`).filter({ hasText: rows }).waitFor({ timeout: 30_000 });
}

/** Writes what was checked, and goes to the changeset. Returns its path. */
export async function write(page: Page, patience = 60_000): Promise<string> {
  await page.getByRole('button', { name: 'Write the changeset' }).click();
  await page.getByRole('link', { name: 'Open changeset' }).click({ timeout: patience });
  await page.waitForURL(/\/desk\/changesets\//);
  return new URL(page.url()).pathname;
}

/** Submits the changeset whose page is open, and waits for its review: a large one is checked in the background first. */
export async function submitOpen(page: Page, why: string, patience = 60_000): Promise<void> {
  const form = page.getByRole('form', { name: 'Submit for review' });
  await form.getByLabel('Reason').fill(why);
  await form.getByLabel('Reason').blur();
  await form.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/review/, { timeout: patience });
}
