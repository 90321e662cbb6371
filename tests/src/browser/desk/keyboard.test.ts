import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SignedInUser } from '../../support/api.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { fieldRow, waitForEditor, waitUntilSaved } from '../support/desk-steps.ts';
import { pickWithKeys, pressOn, typeInto } from '../support/keyboard.ts';

// A whole day at the desk, one key at a time.
jest.setTimeout(180_000);

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

async function signInWithKeys(page: Page, { email, password }: SignedInUser): Promise<void> {
  await typeInto(page, page.getByLabel('E-mail'), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

test('a record is created, cited, submitted, approved and merged with the keyboard alone, from the sign-in on', async () => {
  const { api, visit } = browsing;
  const name = 'Keys of the Sea';
  await visit('/desk/sign-in', {}, async ({ page }) => {
    await signInWithKeys(page, api.people.EDITOR);
    await pressOn(page, page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Exercises' }));
    await page.waitForURL(/\/desk\/exercises$/);
    await pressOn(page, page.getByRole('link', { name: 'New exercise' }));
    await waitForEditor(page);
    await typeInto(page, fieldRow(page, 'name').getByRole('textbox').first(), name);
    await typeInto(page, fieldRow(page, 'status').getByRole('combobox'), 'Held');
    await typeInto(page, fieldRow(page, 'evidenceStatus').getByRole('combobox'), 'Recorded');
    await pressOn(page, button(page, /: needs a citation/).first());
    const form = page.getByRole('form', { name: 'Citation' });
    await pickWithKeys(page, fieldRow(form, 'source').locator('input').first(), 'NATO');
    await typeInto(page, fieldRow(form, 'credibility').locator('input').first(), '2');
    await pressOn(page, button(page, 'Add citation'));
    await form.waitFor({ state: 'detached' });
    await waitUntilSaved(page);
    await pressOn(page, page.getByRole('link', { name: 'Review & submit' }));
    await page.waitForURL(/\/desk\/changesets\//);
    await typeInto(page, page.getByRole('form', { name: 'Submit for review' }).getByLabel('Reason'), 'It was held.');
    await pressOn(page, page.getByRole('form', { name: 'Submit for review' }).getByRole('button'));
    await page.getByRole('form', { name: 'Submit for review' }).waitFor({ state: 'detached' });
    await pressOn(page, button(page, 'Sign out'));
    await page.waitForURL(/sign-in/);
    await signInWithKeys(page, api.people.ADMIN);
    await pressOn(page, page.getByRole('region', { name: 'Awaiting your review' }).getByRole('link').first());
    await page.waitForURL(/\/review$/);
    await pressOn(page, button(page, 'Approve'));
    await pressOn(page, button(page, /^Approve version/));
    await pressOn(page, button(page, 'Merge'));
    await pressOn(page, button(page, /^Merge version \d+$/));
    await page
      .getByText(/^Merged as revision/)
      .first()
      .waitFor();
  });
  const { data } = await api.ask(
    'query ($name: String!) { exercises(filter: { name: { eq: $name } }) { totalCount } }',
    { name },
  );
  expect(data.exercises).toEqual({ totalCount: 1 });
});
