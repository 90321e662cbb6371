import { factTypeNames } from '@chancery/codebook';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { liveThrough } from '../../src/browser/support/all-types.ts';
import { type Browsing, openBrowser, openingTime } from '../../src/browser/support/browser.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await openBrowser();
}, openingTime);
afterAll(() => browsing.close());

test('a fact of every type can be created, cited, edited, submitted, reviewed, merged and retired in the browser', async () => {
  expect(await liveThrough(browsing, factTypeNames)).toEqual({
    created: factTypeNames,
    edited: factTypeNames,
    retired: factTypeNames,
  });
});
