import type { Page } from 'playwright-core';

/** Waits until the scripts of a desk page run: the changeset bar then shows that no changeset is open in this browser. */
export async function ready(page: Page): Promise<void> {
  await page.getByText('No changeset is open. Your first edit opens one.').waitFor();
}
