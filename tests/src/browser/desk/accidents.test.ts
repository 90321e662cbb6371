import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { SignedInUser } from '../../support/api.ts';
import { createWaived } from '../../support/operations.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { openNewFact, typeText, waitUntilSaved } from '../support/desk-steps.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser({ register: 'empty' });
}, openBrowserTimeout);
afterAll(() => browsing.close());

const ana = (): SignedInUser => browsing.api.people.EDITOR;
const dana = (): SignedInUser => browsing.api.people.ADMIN;

/** Submits an exercise with this name as Ana. Returns the changeset and the name of it that dialogs show. */
async function submitted(name: string): Promise<{ id: string; name: string; review: string }> {
  const draft = await ana().drafts([createWaived('Exercise', { name, status: 'HELD' })], `Record ${name}`);
  const outcome = await ana().submits(draft);
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  const { id, number } = outcome.changeset;
  return { id, name: `CS-${number} “Record ${name}”`, review: `/desk/changesets/${id}/review` };
}

/** Returns the status of a changeset and the verdicts on it, as the desk has them. */
async function stateOf(id: string): Promise<unknown> {
  const { data } = await dana().ask(
    'query ($id: ID!) { changeset(id: $id) { status reviews { verdict body } comments { body } } }',
    { id },
  );
  return data.changeset;
}

const untouched = { status: 'SUBMITTED', reviews: [], comments: [] };
const dialogs = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a review', () => {
  test('a comment on a field stays a comment, whatever is typed', async () => {
    const changeset = await submitted('Typed ahead');
    await browsing.visit(changeset.review, { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await button(page, 'Comment on Status of Typed ahead').click();
      // Typed at once, without a click into the field.
      await page.keyboard.type('are these right? c [ ]');
      await page.keyboard.press('Control+Enter');
      const text = page.getByRole('textbox', { name: 'Comment on Status of Typed ahead' });
      expect(await text.inputValue()).toContain('are these right? c [ ]');
      // The form is still open, though the focus is on a button.
      await button(page, 'Cancel').focus();
      for (const key of ['a', 'r', 'c']) await page.keyboard.press(key);
      expect(await dialogs(page).count()).toBe(0);
      await button(page, 'Cancel').click();
      expect(await text.count()).toBe(0);
      // The focus is back where it was, and shortcuts act again.
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
        'Comment on Status of Typed ahead',
      );
      expect(await stateOf(changeset.id)).toEqual(untouched);
      await page.keyboard.press('r');
      await dialogs(page).waitFor();
    });
  });

  test('a verdict is confirmed in a dialog that names the changeset, and a cancelled text is gone', async () => {
    const changeset = await submitted('Second thoughts');
    await browsing.visit(changeset.review, { as: dana() }, async ({ page, accessibilityViolations }) => {
      await waitUntilReady(page);
      await page.keyboard.press('r');
      const request = page.getByRole('dialog', { name: `Request changes to ${changeset.name}?` });
      await request.getByLabel('What has to change').fill('Everything.');
      await page.keyboard.press('Control+Enter');
      // Escape does not drop what is written.
      await page.keyboard.press('Escape');
      expect(await request.getByLabel('What has to change').inputValue()).toBe('Everything.');
      expect(await accessibilityViolations()).toEqual([]);
      await request.getByRole('button', { name: 'Cancel' }).click();
      await request.waitFor({ state: 'detached' });
      await page.keyboard.press('c');
      const comment = page.getByRole('textbox', { name: 'Your comment' });
      expect(await comment.inputValue()).toBe('');
      await comment.fill('Never sent.');
      await button(page, 'Cancel').click();
      await page.keyboard.press('a');
      const approval = page.getByRole('dialog', { name: `Approve ${changeset.name}?` });
      const reason = approval.getByLabel('Reason (optional)');
      expect(await reason.inputValue()).toBe('');
      await reason.focus();
      await page.keyboard.press('Control+Enter');
      await reason.waitFor();
      expect(await stateOf(changeset.id)).toEqual(untouched);
      await approval.getByRole('button', { name: 'Approve version 1' }).click();
      await button(page, 'Merge').waitFor();
      expect(await stateOf(changeset.id)).toMatchObject({
        status: 'APPROVED',
        reviews: [{ verdict: 'APPROVE', body: '' }],
        comments: [],
      });
    });
  });

  test('a merge is confirmed in a dialog that names the changeset, and Enter cancels it', async () => {
    const changeset = await submitted('Merged twice over');
    await browsing.visit(changeset.review, { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await button(page, 'Approve').click();
      await page.getByRole('button', { name: 'Approve version 1' }).click();
      await button(page, 'Merge').click();
      const dialog = page.getByRole('dialog', { name: `Merge ${changeset.name}?` });
      await dialog
        .locator('button:focus')
        .and(dialog.getByRole('button', { name: 'Cancel' }))
        .waitFor();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await stateOf(changeset.id)).toMatchObject({ status: 'APPROVED' });
      await button(page, 'Merge').click();
      await dialog.getByRole('button', { name: 'Merge version 1' }).click();
      await page
        .getByText(/^Merged as revision/)
        .first()
        .waitFor();
    });
  });

  test('single-key shortcuts can be switched off', async () => {
    const changeset = await submitted('Quiet keys');
    await browsing.visit('/desk/account', { as: dana() }, async ({ page, accessibilityViolations }) => {
      await waitUntilReady(page);
      await page.getByRole('switch', { name: /^Use single-key shortcuts/ }).click();
      expect(await accessibilityViolations()).toEqual([]);
      await page.goto(new URL(changeset.review, browsing.origin).href);
      await waitUntilReady(page);
      expect(await page.getByText('Keys for these buttons').count()).toBe(0);
      for (const key of ['a', 'r', 'c']) await page.keyboard.press(key);
      expect(await dialogs(page).count()).toBe(0);
      expect(await page.getByRole('textbox', { name: 'Your comment' }).count()).toBe(0);
      await button(page, 'Approve').click();
      await dialogs(page).waitFor();
    });
  });
});

describe('a changeset in hand', () => {
  test('stays in hand when another one is submitted', async () => {
    const other = await ana().drafts([createWaived('Exercise', { name: 'Other work', status: 'HELD' })], 'Other work');
    await browsing.visit('/desk', { as: ana() }, async ({ page }) => {
      await openNewFact(page, browsing.origin, 'places');
      await typeText(page, 'name', 'Cape in hand');
      await waitUntilSaved(page);
      const bar = page.getByRole('region', { name: 'Current changeset' });
      const inHand = await bar.getByText(/^CS-\d+$/).innerText();
      await page.goto(`${browsing.origin}/desk/changesets/${other.id}`);
      await bar.getByText(inHand, { exact: true }).waitFor();
      await button(page, 'Submit for review').click();
      await page.waitForURL(/\/review$/);
      await page.getByText('In review').first().waitFor();
      await bar.getByText(inHand, { exact: true }).waitFor();
      await page.reload();
      await bar.getByText(inHand, { exact: true }).waitFor();
    });
  });
});

describe('people', () => {
  test('a reset link is created after a question, and people are led to change their own password', async () => {
    const gita = await browsing.api.createUser('Gita', 'EDITOR');
    const links = async () =>
      (await browsing.api.desk.desk.query('SELECT FROM desk.password_link WHERE user_id = $1', [gita.id])).rowCount;
    await browsing.visit('/desk/staff', { as: dana() }, async ({ page, accessibilityViolations }) => {
      await waitUntilReady(page);
      await button(page, 'Create reset link for Gita').click();
      const question = page.getByRole('alertdialog', { name: 'Create reset link for Gita' });
      await question.waitFor();
      expect(await accessibilityViolations()).toEqual([]);
      // The focus is on the button that cancels.
      await page.keyboard.press('Enter');
      await question.waitFor({ state: 'detached' });
      expect(await links()).toBe(0);
      await page.keyboard.press('Enter');
      await question.getByRole('button', { name: 'Create reset link' }).click();
      await page.getByText('Link for Gita').waitFor();
      expect(await links()).toBe(1);
      expect(await page.getByRole('button', { name: 'Create reset link for Dana' }).count()).toBe(0);
      await page.getByRole('link', { name: 'Change your password' }).click();
      await page.waitForURL(/\/desk\/account#password$/);
      await page.getByLabel('Current password').waitFor();
    });
  });

  test('a person who is suspended while at work is told so when signing in again', async () => {
    const hugo = await browsing.api.createUser('Hugo', 'EDITOR');
    await browsing.visit('/desk', { as: hugo, expected: [/status of 40[13]/] }, async ({ page }) => {
      await waitUntilReady(page);
      await dana().ask(`mutation { changePerson(id: "${hugo.id}", suspended: true) { __typename } }`);
      await page.goto(`${browsing.origin}/desk/places`);
      await page.waitForURL(/\/desk\/sign-in/);
      await page.getByLabel('E-mail').waitFor();
      await page.getByLabel('E-mail').fill(hugo.email);
      await page.getByLabel('Password', { exact: true }).fill(hugo.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('This account is suspended. Ask an admin of the desk.').waitFor();
    });
  });
});
