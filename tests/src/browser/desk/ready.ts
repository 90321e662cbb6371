import type { Page } from 'playwright-core';

/** Waits until the scripts of a page of the desk run: the bar has then looked for work, and found none in this browser. */
export async function ready(page: Page): Promise<void> {
  await page.getByText('No changeset is open. Your first edit opens one.').waitFor();
}
