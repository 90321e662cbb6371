import { factTypeNames } from '@chancery/codebook';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runLifecycle } from '../../src/browser/support/all-types.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../../src/browser/support/browser.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('a fact of every type can be created, cited, edited, submitted, reviewed, merged and retired in the browser', async () => {
  expect(await runLifecycle(browsing, factTypeNames)).toEqual({
    created: factTypeNames,
    edited: factTypeNames,
    retired: factTypeNames,
  });
});
