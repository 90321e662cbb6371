import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type BrowserSetup,
  colorSchemes,
  openBrowser,
  openBrowserTimeout,
  windowSizes,
} from '../../src/browser/support/browser.ts';
import { pageRoutes, prepareScreens, type Screen } from './screens.ts';

// Every screen of the admin in all four looks. With SCREENSHOTS, a folder, a picture of each is written there.
const { SCREENSHOTS } = process.env;
const looks = (Object.keys(windowSizes) as (keyof typeof windowSizes)[]).flatMap((size) =>
  colorSchemes.map((scheme) => ({ size, scheme })),
);

let browsing: BrowserSetup;
let screens: Record<string, Screen>;
beforeAll(async () => {
  browsing = await openBrowser();
  screens = await prepareScreens(browsing);
  if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('every route of the admin has a screen here', () => {
  expect(Object.keys(screens).sort()).toEqual(pageRoutes());
});

test.each(pageRoutes())('%s is accessible and fits the window', async (route) => {
  const { paths = [], as, status = 200, expected = [] } = screens[route] ?? {};
  for (const path of paths)
    for (const look of looks) {
      const seen = await browsing.visit(path, { ...look, expected, ...(as ? { as } : {}) }, async (visit) => {
        await visit.page.waitForLoadState('networkidle');
        if (SCREENSHOTS)
          await visit.page.screenshot({
            path: join(SCREENSHOTS, `${path.replace(/\W+/g, '_')}-${look.size}-${look.scheme}.png`),
          });
        return {
          status: visit.status,
          overflow: await visit.horizontalOverflow(),
          violations: await visit.accessibilityViolations(),
        };
      });
      expect({ path, ...look, ...seen }).toEqual({ path, ...look, status, overflow: 0, violations: [] });
    }
});
