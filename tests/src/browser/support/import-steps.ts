import type { Page } from 'playwright-core';

/** A CSV file to import. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Uploads files on the page of a new import and waits for the page of the import. Returns the path of that page. */
export async function uploadFiles(page: Page, files: readonly ChosenFile[]): Promise<string> {
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await page.waitForURL(/\/desk\/imports\/(?!new)[^/]+$/);
  return new URL(page.url()).pathname;
}

/** Globals that exist only in browsers. */
interface BrowserGlobals {
  readonly DataTransfer: new () => { readonly items: { readonly add: (file: File) => void } };
}

/** Drops files on the page of a new import and waits for the page of the import. */
export async function dropFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  const dragged = await page.evaluateHandle((dropped) => {
    const { DataTransfer } = globalThis as unknown as BrowserGlobals;
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: 'text/csv' }));
    return data;
  }, files);
  const area = page.getByText('or drop them here');
  await area.dispatchEvent('dragover', { dataTransfer: dragged });
  await area.dispatchEvent('drop', { dataTransfer: dragged });
  await page.waitForURL(/\/desk\/imports\/(?!new)[^/]+$/);
}

/** Checks an import, and waits until its preview offers to write the changeset. */
export async function checkImport(page: Page, timeout = 30_000): Promise<void> {
  await page.getByRole('button', { name: /^Check (rows|again)$/ }).click();
  await page.getByText('Preview of the import').waitFor({ timeout });
  await page.getByRole('button', { name: 'Write the changeset' }).waitFor({ timeout });
}

/** Returns the cells of the table of counts by row name and column heading, without those that show a dash. */
export async function readCounts(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.getByRole('region', { name: 'Rows by outcome' });
  const headings = await table.locator('thead th').allInnerTexts();
  const rows: Record<string, Record<string, string>> = {};
  for (const row of await table.locator('tbody tr').all()) {
    const [name = '', ...cells] = await row.locator('th, td').allInnerTexts();
    rows[name] = Object.fromEntries(
      cells.map((cell, at) => [headings[at + 1] ?? '', cell.trim()]).filter(([, cell]) => cell !== '–'),
    );
  }
  return rows;
}

/** Waits until the table of counts shows a number of rows of a type with an outcome. */
export async function waitForCount(page: Page, facts: string, outcome: string, rows: string): Promise<void> {
  const row = page.getByRole('region', { name: 'Rows by outcome' }).locator('tbody tr', { hasText: facts });
  await row.locator(`td[data-outcome=${outcome}]`).filter({ hasText: rows }).waitFor({ timeout: 30_000 });
}

/** Writes the checked import into a changeset and opens the changeset. Returns the path of its page. */
export async function writeImport(page: Page, timeout = 60_000): Promise<string> {
  await page.getByRole('button', { name: 'Write the changeset' }).click();
  await page.getByRole('link', { name: 'Open changeset' }).click({ timeout });
  await page.waitForURL(/\/desk\/changesets\//);
  return new URL(page.url()).pathname;
}

/** Submits the open changeset and waits for the review page. Large changesets are first checked in the background. */
export async function submitChangeset(page: Page, why: string, timeout = 60_000): Promise<void> {
  const form = page.getByRole('form', { name: 'Submit for review' });
  await form.getByLabel('Reason').fill(why);
  await form.getByLabel('Reason').blur();
  await form.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/review/, { timeout });
}
