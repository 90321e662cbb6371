import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from './support/browser.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('GraphiQL loads from our own origin only and runs its example query', () =>
  browsing.visit('/graphiql', {}, async ({ page, status }) => {
    expect(status).toBe(200);
    const origins: string[] = [];
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    await page.reload();
    await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
    await page.getByRole('region', { name: 'Result Window' }).getByText('"totalCount"').waitFor();
    expect(new Set(origins)).toEqual(new Set([browsing.origin]));
    expect(await page.getByRole('region', { name: 'Result Window' }).textContent()).toContain('"revision"');
  }));

test('unknown files of GraphiQL are not found', async () => {
  for (const name of ['server.ts', 'constructor', '..%2fpackage.json'])
    expect((await fetch(`${browsing.origin}/graphiql/${name}`)).status).toBe(404);
});
