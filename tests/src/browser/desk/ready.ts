import type { Page } from 'playwright-core';

/** Waits until the scripts of a desk page run, in a browser in which no changeset is open: the changeset bar then says so. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.getByText('No changeset is open. Your first edit opens one.').waitFor();
}
