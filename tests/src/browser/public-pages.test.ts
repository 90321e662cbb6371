import { seedId } from '@chancery/api/demo';
import { factTypeNames, typeNames, typeOf } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from './support/browser.ts';

// Each test runs axe on a page in two looks.
jest.setTimeout(120_000);

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

/** Two looks that together cover both sizes and both color schemes. All four would take too long on so many pages. */
const looks = [
  { size: 'wide', scheme: 'light' },
  { size: 'narrow', scheme: 'dark' },
] as const;
const collection = (type: (typeof typeNames)[number]) => `/${typeOf(type).plural.replaceAll(' ', '-')}`;
/** The console error for an unsuccessful response, which these tests cause on purpose. */
const failedToLoad = [/Failed to load resource/];

async function expectNoViolations(path: string): Promise<void> {
  for (const look of looks) {
    const result = await browsing.visit(
      path,
      look,
      async ({ status, accessibilityViolations, horizontalOverflow }) => ({
        status,
        horizontalOverflow: await horizontalOverflow(),
        violations: await accessibilityViolations(),
      }),
    );
    expect({ path, ...look, ...result }).toEqual({ path, ...look, status: 200, horizontalOverflow: 0, violations: [] });
  }
}

describe('every page renders without browser errors, accessibility violations or horizontal scrolling', () => {
  test.each(typeNames)('the list of %s', (type) => expectNoViolations(collection(type)));

  test.each(factTypeNames)('the page of a %s', async (type) => {
    const { many } = typeOf(type);
    const { data } = await browsing.api.ask(`{ facts: ${many}(first: 1) { nodes { id } } }`);
    const { nodes }: { nodes: readonly { id: string }[] } = data.facts ?? { nodes: [] };
    if (nodes[0]) await expectNoViolations(`${collection(type)}/${nodes[0].id}`);
  });

  test.each(['/search', '/search?q=iran', '/search?q=zzzzz', '/revisions', '/revisions/2', '/states?name=zzzzz'])(
    'the page %s',
    expectNoViolations,
  );
});

test('paging through a list forward and back shows every row once', () =>
  browsing.visit('/states', {}, async ({ page }) => {
    const names = () => page.locator('main tbody th').allTextContents();
    const first = await names();
    const seen = [...first];
    while (await page.locator('a[rel=next]').count()) {
      await page.goto(new URL((await page.locator('a[rel=next]').getAttribute('href')) ?? '', browsing.origin).href);
      seen.push(...(await names()));
    }
    const { data } = await browsing.api.ask('{ states { totalCount } }');
    const { totalCount }: { totalCount: number } = data.states ?? { totalCount: 0 };
    expect(seen).toHaveLength(totalCount);
    expect(new Set(seen).size).toBe(totalCount);
    while (await page.locator('a[rel=prev]').count())
      await page.goto(new URL((await page.locator('a[rel=prev]').getAttribute('href')) ?? '', browsing.origin).href);
    expect(await names()).toEqual(first);
  }));

test('the page of an old revision names that revision, and does not call it the latest', () =>
  browsing.visit('/revisions/1', {}, async ({ page }) => {
    const strip = page.getByRole('region', { name: 'Revision and day' });
    expect(await strip.textContent()).toContain('the changes of revision 1');
    expect(await strip.textContent()).not.toContain('Latest revision:');
  }));

test('a filter is part of the address, narrows the list and can be removed', () =>
  browsing.visit('/agreements', {}, async ({ page }) => {
    const all = await page.locator('main tbody tr').count();
    await page.getByText('Filters, order and columns').click();
    await page.locator('select[name=instrumentType]').selectOption('TREATY');
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.waitForURL(/instrumentType=TREATY/);
    const chip = page.getByRole('list', { name: 'Filters' }).getByRole('link');
    await chip.waitFor();
    expect(await page.locator('main tbody tr').count()).toBeLessThan(all);
    await chip.click();
    await page.waitForURL((url) => !url.search.includes('instrumentType'));
    await chip.waitFor({ state: 'detached' });
    expect(await page.locator('main tbody tr').count()).toBe(all);
  }));

test('a list at a past revision says so, and its rows link to the same revision and day', () =>
  browsing.visit('/states?at=3&on=2016-01-01', {}, async ({ page }) => {
    expect(await page.getByRole('region', { name: 'Revision and day' }).textContent()).toContain('revision 3');
    const rows = await page
      .locator('main tbody th a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(rows.length).toBeGreaterThan(0);
    for (const href of rows) expect(href).toMatch(/at=3&on=2016-01-01/);
  }));

test('a revision that does not exist gives an error page', () =>
  browsing.visit('/states?at=9999', { expected: [/status of 404/] }, async ({ page, status }) => {
    expect(status).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('No such revision');
  }));

test('search finds a state by its code and links to it', () =>
  browsing.visit('/search?q=IRN', {}, async ({ page }) => {
    await page.getByRole('main').getByRole('link', { name: 'Iran', exact: true }).click();
    await page.waitForURL(new RegExp(`/states/${seedId('st:IRN')}`));
  }));

test('search finds a state by a former name, and says so', () =>
  browsing.visit('/search?q=USSR', {}, async ({ page }) => {
    const [result] = await page.getByRole('main').getByRole('listitem').allInnerTexts();
    expect(result).toMatch(/Russia\s+formerly “USSR”/);
  }));

test('search finds words in another order and with a wrong letter, and says that the spelling is similar', () =>
  browsing.visit('/search?q=cooperation+Shanghia', {}, async ({ page }) => {
    const [result] = await page.getByRole('main').getByRole('listitem').allInnerTexts();
    expect(result).toMatch(/Shanghai Cooperation Organi[sz]ation\s+similar spelling/);
  }));

test('/facts/ID redirects to the page of the fact', () =>
  browsing.visit(`/facts/${seedId('st:IRN')}?at=3`, {}, async ({ page }) => {
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/states/${seedId('st:IRN')}?at=3`);
  }));

test('the not-found page has the color scheme of the system', () =>
  browsing.visit('/states/nonsense', { scheme: 'dark', expected: [/404/] }, async ({ page }) => {
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  }));

test.each(['/nonsense', `/states/nonsense`, '/revisions/0'])('%s is answered with 404 and a not-found page', (path) =>
  browsing.visit(path, { expected: failedToLoad }, async ({ page, status, accessibilityViolations }) => {
    expect(status).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Page not found');
    expect(await accessibilityViolations()).toEqual([]);
  }),
);
