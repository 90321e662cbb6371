import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout, windowSizes } from './support/browser.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const looks = (Object.keys(windowSizes) as (keyof typeof windowSizes)[]).flatMap((size) =>
  colorSchemes.map((scheme) => [size, scheme] as const),
);

test.each(looks)(
  'the home page has no accessibility violations and no horizontal scrolling, %s and %s',
  (size, scheme) =>
    browsing.visit('/', { size, scheme }, async ({ page, status, accessibilityViolations, horizontalOverflow }) => {
      expect(status).toBe(200);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('who says so');
      expect(await page.getByRole('heading', { name: 'What the register contains' }).isVisible()).toBe(true);
      expect(await horizontalOverflow()).toBe(0);
      expect(await accessibilityViolations()).toEqual([]);
    }),
);

test('the home page shows the counts of the register', () =>
  browsing.visit('/', {}, async ({ page }) => {
    const { data } = await browsing.api.ask('{ states { totalCount } claims { totalCount } }');
    const counts: Readonly<Record<string, { readonly totalCount: number }>> = data;
    for (const [collection, { totalCount }] of Object.entries(counts)) {
      const row = page.locator('main li', { has: page.locator(`a[href="/${collection}"]`) });
      expect(await row.locator('span').last().textContent()).toBe(totalCount.toLocaleString('en-GB'));
    }
  }));
