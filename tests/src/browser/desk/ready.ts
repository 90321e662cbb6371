import type { Page } from 'playwright-core';

/**
 * Waits until the scripts of a desk page run. The changeset bar then says that no changeset is open, so this works only
 * while none is open in the browser.
 */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.getByText('No changeset is open. Your first edit opens one.').waitFor();
}
