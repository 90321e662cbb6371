import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browsing, openBrowser, openingTime } from './support/browser.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await openBrowser();
}, openingTime);
afterAll(() => browsing.close());

test('GraphiQL comes whole from our own origin and answers its first question', () =>
  browsing.visit('/graphiql', {}, async ({ page, status }) => {
    expect(status).toBe(200);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.reload();
    await page.getByRole('button', { name: 'Execute query (Ctrl-Enter)' }).click();
    await page.getByRole('region', { name: 'Result Window' }).getByText('"totalCount"').waitFor();
    expect(new Set(asked)).toEqual(new Set([browsing.origin]));
    expect(await page.getByRole('region', { name: 'Result Window' }).textContent()).toContain('"revision"');
  }));

test('what GraphiQL has no file for is not found', async () => {
  for (const name of ['server.ts', 'constructor', '..%2fpackage.json'])
    expect((await fetch(`${browsing.origin}/graphiql/${name}`)).status).toBe(404);
});
