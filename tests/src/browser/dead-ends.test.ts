// Pages that readers reach by a link or by typing an address: each says what it is, without scripts.
import { seedId } from '@chancery/api/demo';
import { typeNames, typeOf } from '@chancery/codebook';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { publish } from '../support/desk.ts';
import { createWaived, retire } from '../support/operations.ts';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout, windowSizes } from './support/browser.ts';

// Each test runs axe on a page in up to four looks.
jest.setTimeout(120_000);

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const iran = seedId('st:IRN');
const russia = seedId('st:RUS');

/** Requests a page as a client without scripts, and returns what it sees. */
async function read(path: string) {
  const response = await fetch(new URL(path, browsing.origin), { redirect: 'manual' });
  const html = await response.text();
  const text = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '');
  return {
    status: response.status,
    location: response.headers.get('location'),
    html,
    title: text(/<title>(.*?)<\/title>/),
    heading: text(/<h1[^>]*>(.*?)<\/h1>/s),
    citation: text(/<p class="[^"]*text[^"]*">(“.*?)<\/p>/s),
  };
}

describe('an address without a page', () => {
  test.each([
    '/nonsense',
    '/states/nonsense',
    '/states/st_nonsense',
    '/a/b/c/d',
    '/revisions/0',
    '/facts/nonsense',
    `/states/${iran.slice(0, -4)}0000`,
  ])('%s is answered with 404 and a page that needs no scripts', async (path) => {
    expect(await read(path)).toMatchObject({
      status: 404,
      title: 'Not found · Chancery',
      heading: 'Page not found',
      html: expect.stringContaining('Search for the fact by name'),
    });
  });

  test('is shown in full with scripts too', () =>
    browsing.visit(
      '/a/b/c/d',
      { expected: [/Failed to load resource/] },
      async ({ page, status, accessibilityViolations }) => {
        expect([status, await page.getByRole('heading', { level: 1 }).textContent()]).toEqual([404, 'Page not found']);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ));
});

describe('the code of an actor', () => {
  test.each([
    ['/states/IRN', `/states/${iran}`],
    ['/states/irn?at=3&on=2016-01-01', `/states/${iran}?at=3&on=2016-01-01`],
  ])('%s leads to %s', async (path, canonical) => {
    expect(await read(path)).toMatchObject({ status: 307, location: canonical });
    expect((await read(canonical)).status).toBe(200);
  });

  test('of an organization is its abbreviation', async () => {
    const { data } = await browsing.api.ask('{ organization(code: "SCO") { id } }');
    const { id }: { id: string } = data.organization ?? { id: '' };
    expect((await read('/organizations/SCO')).location).toBe(`/organizations/${id}`);
  });

  test('that nobody has is answered with 404', async () => expect((await read('/states/ZZZ')).status).toBe(404));
});

describe('the title of the tab', () => {
  test.each([
    [`/states/${iran}`, 'Iran · Chancery'],
    [`/dyad/${russia}/${iran}`, 'Russia and Iran · Chancery'],
    ['/dyad/RUS/IRN', 'Russia and Iran · Chancery'],
    ['/codebook', 'Codebook · Chancery'],
  ])('of %s is %s', async (path, title) => expect((await read(path)).title).toBe(title));
});

describe('the citation of a page', () => {
  const today = () => new Date().toISOString().slice(0, 10);

  test('of a record names its id, the revision with its day, and the day on which the page reads periods', async () => {
    const { html, citation } = await read(`/states/${iran}?on=2016-01-02`);
    expect(citation).toMatch(
      new RegExp(
        `^“Iran” \\(${iran}\\)\\. Chancery, revision \\d+ of \\d+ \\w+ \\d{4}, as of 2 January 2016\\. http.*/states/${iran}\\?at=\\d+&amp;on=2016-01-02$`,
      ),
    );
    expect(html).toMatch(new RegExp(`@misc\\{chancery-r\\d+-${iran},`));
    expect(html).toMatch(/year = \{\d{4}\}/);
  });

  test('states the day even if the address does not', async () => {
    const before = today();
    const { citation } = await read(`/states/${iran}`);
    expect([before, today()]).toContain(/on=(\d{4}-\d{2}-\d{2})$/.exec(citation ?? '')?.[1]);
  });

  test('of a dyad has the ids of both, because codes can be given to another actor', async () => {
    const { citation } = await read('/dyad/RUS/IRN');
    expect(citation).toContain(`/dyad/${russia}/${iran}?at=`);
  });
});

test('a retired record can be cited as it stood', async () => {
  const { desk } = browsing.api;
  const people = await Promise.all([desk.createUser('Retiring'), desk.createUser('Reviewing')]);
  const created = createWaived('Person', { name: 'Recorded by mistake' });
  const stood = await publish(people, [created]);
  const revision = await publish(people, [retire(created.fact, 'The same person twice.')]);
  const { data } = await browsing.api.ask(`{ node(id: "${created.fact}") { ... on Tombstone { revision } } }`);
  expect(data.node).toEqual({ revision });
  const path = `/people/${created.fact}`;
  const page = await read(path);
  expect(page).toMatchObject({ status: 200, title: 'Recorded by mistake (retired) · Chancery' });
  expect(page.html).toContain('The same person twice.');
  expect(page.citation).toContain(`“Recorded by mistake” (${created.fact}). Chancery, revision ${stood} of `);
  const cited = /http\S*$/.exec(page.citation ?? '')?.[0].replaceAll('&amp;', '&') ?? '';
  expect(await read(new URL(cited).pathname + new URL(cited).search)).toMatchObject({
    status: 200,
    heading: 'Recorded by mistake',
  });
});

test('a page names no stylesheet that it does not use, of which browsers warn when it is slow', async () => {
  const { html } = await read('/dyad/RUS/IRN');
  const files = (pattern: RegExp) => new Set([...html.matchAll(pattern)].map(([, file]) => file));
  const used = files(/<link rel="stylesheet" href="([^"?]+\.css)/g);
  expect(used.size).toBeGreaterThan(0);
  expect([...files(/(\/_next\/static\/[\w./~-]+\.css)/g)].filter((file) => !used.has(file))).toEqual([]);
});

describe('the codebook', () => {
  test('is linked from every page, and has an anchor for each type that it links to', async () => {
    expect((await read('/')).html).toContain('href="/codebook"');
    const { status, html } = await read('/codebook');
    expect(status).toBe(200);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const type of typeNames) expect(ids).toContain(typeOf(type).singular.replaceAll(' ', '-'));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(typeNames.length);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test.each(
    Object.keys(windowSizes).flatMap((size) =>
      colorSchemes.map((scheme) => [size as keyof typeof windowSizes, scheme] as const),
    ),
  )('has no accessibility violations and no horizontal scrolling, %s and %s', (size, scheme) =>
    browsing.visit('/codebook', { size, scheme }, async ({ accessibilityViolations, horizontalOverflow, page }) => {
      const { CHANCERY_PICTURES } = process.env;
      if (CHANCERY_PICTURES) await page.screenshot({ path: `${CHANCERY_PICTURES}/codebook-${size}-${scheme}.png` });
      expect(await horizontalOverflow()).toBe(0);
      expect(await accessibilityViolations()).toEqual([]);
    }),
  );
});
