import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, openBrowser, openBrowserTimeout, windowSizes } from '../support/browser.ts';
import {
  approveAndMerge,
  chooseValue,
  citeAll,
  fieldRow,
  openNewFact,
  pickFact,
  signIn,
  submit,
  typeText,
  waitForEditor,
  waitUntilSaved,
} from '../support/desk-steps.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const minutes = 60_000;

test(
  'two editors record a new exercise with its participants and citation, from sign-in to merge',
  async () => {
    const { origin, api, visit } = browsing;
    const [author, reviewer] = await Promise.all([
      api.createUser('Author', 'EDITOR'),
      api.createUser('Reviewer', 'EDITOR'),
    ]);
    const written = await visit('/desk/exercises/new', {}, async ({ page }) => {
      await page.waitForURL(/\/desk\/sign-in/);
      await signIn(page, author);
      const id = await waitForEditor(page);
      await typeText(page, 'name', 'Northern Lantern 2031');
      await chooseValue(page, 'status', 'HELD');
      await typeText(page, 'start', 'autumn 2031');
      expect(await fieldRow(page, 'start').textContent()).toContain('between 1 September and 30 November 2031');
      await fieldRow(page, 'domains').getByLabel('Sea', { exact: true }).check();
      for (const [actor, role] of [
        ['Iran', 'HOST'],
        ['Russia', 'PARTICIPANT'],
      ] as const) {
        await page.getByRole('button', { name: 'Add a participation' }).click();
        const links = page.getByRole('region', { name: 'Participants' });
        await pickFact(links, 'actor', actor, new RegExp(`^${actor}`));
        await chooseValue(links, 'role', role);
      }
      await page
        .getByRole('button', { name: /: needs a citation/ })
        .first()
        .click();
      const form = page.getByRole('form', { name: 'Citation' });
      await pickFact(form, 'source', 'Harbour Gazette 2031', /Create source/);
      const drawer = page.getByRole('dialog');
      await chooseValue(drawer, 'sourceType', 'ARTICLE_NEWSPAPER');
      await chooseValue(drawer, 'reliability', 'B');
      await typeText(drawer, 'independenceGroup', 'harbour-gazette');
      await drawer.getByRole('button', { name: 'Done' }).click();
      await form.getByRole('button', { name: 'Cancel' }).click();
      await citeAll(page, {
        source: 'Harbour Gazette 2031',
        credibility: '2',
        page: '4',
        excerpt: 'The fleets sailed in the autumn.',
      });
      expect(await page.getByRole('button', { name: /: needs a citation/ }).count()).toBe(0);
      await page.getByText('100 % cited').waitFor();
      return { id, changeset: await submit(page, 'Reported by the Harbour Gazette.') };
    });
    await visit(`/desk/sign-in`, {}, async ({ page }) => {
      await signIn(page, reviewer);
      await approveAndMerge(page, origin, written.changeset);
    });
    const { data } = await api.ask(
      `{ exercise(id: "${written.id}") { name start { words } domains participations { nodes { role actor { label } } } citations { nodes { grade page excerpt source { label } } } } }`,
    );
    expect(data).toMatchObject({
      exercise: {
        name: 'Northern Lantern 2031',
        start: { words: 'autumn 2031' },
        domains: ['SEA'],
        participations: {
          nodes: expect.arrayContaining([
            { role: 'HOST', actor: { label: 'Iran' } },
            { role: 'PARTICIPANT', actor: { label: 'Russia' } },
          ]),
        },
        citations: {
          nodes: expect.arrayContaining([
            {
              grade: 'B2',
              page: '4',
              excerpt: 'The fleets sailed in the autumn.',
              source: { label: 'Harbour Gazette 2031' },
            },
          ]),
        },
      },
    });
    await visit(`/exercises/${written.id}`, {}, async ({ page }) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Northern Lantern 2031');
    });
  },
  2 * minutes,
);

test(
  'work written offline survives a reload and is saved when the connection is back',
  async () => {
    const { api, origin, visit } = browsing;
    const as = await api.createUser('Faraway', 'CONTRIBUTOR');
    await visit('/desk', { as, expected: [/ERR_|Failed to (load|fetch)/] }, async ({ page }) => {
      await openNewFact(page, origin, 'places');
      await typeText(page, 'name', 'Cape Silence');
      await waitUntilSaved(page);
      let isOffline = true;
      await page.route('**/desk/graphql', (route) =>
        isOffline && route.request().postData()?.includes('AppendOperations')
          ? route.abort('internetdisconnected')
          : route.continue(),
      );
      await typeText(page, 'name', 'Cape Reticence');
      await page
        .getByText(/kept in this browser/)
        .first()
        .waitFor();
      await page.reload();
      await waitForEditor(page);
      expect(await fieldRow(page, 'name').locator('input').inputValue()).toBe('Cape Reticence');
      isOffline = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await waitUntilSaved(page);
      expect(
        await page.evaluate<number>("Object.keys(localStorage).filter((key) => key.includes('.waiting.')).length"),
      ).toBe(0);
    });
  },
  minutes,
);

test(
  'two windows on one changeset: a field that both set is a conflict, all other changes are kept',
  async () => {
    const { api, origin, visit } = browsing;
    const as = await api.createUser('Windows', 'CONTRIBUTOR');
    await visit('/desk', { as }, async ({ page, context }) => {
      await openNewFact(page, origin, 'places');
      await typeText(page, 'name', 'Twin Bay');
      await waitUntilSaved(page);
      const other = await context.newPage();
      await other.goto(page.url());
      await waitForEditor(other);
      await typeText(other, 'name', 'Twin Harbour');
      await typeText(other, 'note', 'From the second window.');
      await waitUntilSaved(other);
      await typeText(page, 'name', 'Twin Roads');
      const dialog = page.getByRole('dialog');
      expect(await dialog.textContent()).toMatch(/Twin Bay.*Twin Harbour.*Twin Roads/s);
      await dialog.getByRole('button', { name: 'Keep this window’s value' }).click();
      await waitUntilSaved(page);
      expect(await fieldRow(page, 'name').locator('input').inputValue()).toBe('Twin Roads');
      expect(await fieldRow(page, 'note').locator('textarea').first().inputValue()).toBe('From the second window.');
    });
  },
  minutes,
);

test(
  'removing a waiver keeps the value, which needs a citation again, also after a reload',
  async () => {
    const { api, origin, visit } = browsing;
    const as = await api.createUser('Second-thoughts', 'CONTRIBUTOR');
    await visit('/desk', { as }, async ({ page }) => {
      await openNewFact(page, origin, 'exercises');
      await typeText(page, 'name', 'Quiet Anchor 2031');
      await typeText(page, 'start', 'May 2031');
      await waitUntilSaved(page);
      const mark = fieldRow(page, 'start').getByRole('button', { name: /^Cite / });
      const start = fieldRow(page, 'start').locator('input').first();
      const written = await start.inputValue();
      await start.focus();
      await page.getByRole('button', { name: 'Waive citation…' }).click();
      await page.getByLabel('Why this field needs no citation').fill('It is its own evidence.');
      await page.getByRole('button', { name: 'Waive citation', exact: true }).click();
      await mark.and(page.getByRole('button', { name: /: waived/ })).waitFor();
      await page.getByRole('button', { name: 'Remove waiver' }).click();
      await mark.and(page.getByRole('button', { name: /: needs a citation/ })).waitFor();
      await waitUntilSaved(page);
      await page.reload();
      await waitForEditor(page);
      await mark.and(page.getByRole('button', { name: /: needs a citation/ })).waitFor();
      expect(written).toMatch(/2031/);
      expect(await start.inputValue()).toBe(written);
      expect(await page.getByText('It is its own evidence.').count()).toBe(0);
    });
  },
  minutes,
);

test(
  'an ambiguous date is refused at its field and is not saved',
  async () => {
    const { api, origin, visit } = browsing;
    const as = await api.createUser('Careful', 'CONTRIBUTOR');
    await visit('/desk', { as }, async ({ page }) => {
      await openNewFact(page, origin, 'exercises');
      await typeText(page, 'name', 'Clear Day');
      await typeText(page, 'start', '02/09/2019');
      expect(await fieldRow(page, 'start').getByRole('alert').textContent()).toMatch(/2 September 2019|2019-09-02/);
      await waitUntilSaved(page);
      await page.reload();
      await waitForEditor(page);
      expect(await fieldRow(page, 'start').locator('input').first().inputValue()).toBe('');
    });
  },
  minutes,
);

test.each(Object.keys(windowSizes) as (keyof typeof windowSizes)[])(
  'the editor is accessible and fits the window, %s',
  async (size) => {
    const { api, visit } = browsing;
    const as = await api.createUser(`Looker-${size}`, 'EDITOR');
    await visit('/desk/exercises/new', { as, size }, async ({ page, accessibilityViolations, horizontalOverflow }) => {
      await waitForEditor(page);
      expect(await horizontalOverflow()).toBe(0);
      expect(await accessibilityViolations()).toEqual([]);
    });
  },
  minutes,
);
