import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser({ register: 'empty' });
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('an admin adds a person, who sets a password with the link that is shown once', async () => {
  const { ADMIN } = browsing.api.people;
  const link = await browsing.visit('/desk/staff', { as: ADMIN }, async ({ page, accessibilityViolations }) => {
    await waitUntilReady(page);
    await page.getByLabel('Name').fill('Esther');
    await page.getByLabel('E-mail').fill('esther@example.org');
    await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('EDITOR');
    await page.getByRole('button', { name: 'Add person' }).click();
    const shown = await page.locator('code').innerText();
    expect(shown).toMatch(/^http:.*\/set-password#/);
    expect(await page.getByRole('combobox', { name: 'Role of Esther' }).inputValue()).toBe('EDITOR');
    expect(await accessibilityViolations()).toEqual([]);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    expect(await page.getByText(shown).count()).toBe(0);
    return shown;
  });
  const expected = [/403/];
  await browsing.visit(
    link,
    { size: 'narrow', expected },
    async ({ page, accessibilityViolations, horizontalOverflow }) => {
      await page.getByLabel('New password').fill('a password of my own');
      expect(await accessibilityViolations()).toEqual([]);
      expect(await horizontalOverflow()).toBe(0);
      await page.getByRole('button', { name: 'Set password' }).click();
      await page.getByText('Your password is set. You sign in with esther@example.org.').waitFor();
      await page.reload();
      await page.getByLabel('New password').fill('another long password');
      await page.getByRole('button', { name: 'Set password' }).click();
      await page.getByText('This link is incomplete, or it has expired, been used or been replaced.').waitFor();
    },
  );
  expect((await browsing.api.signIn('esther@example.org', 'a password of my own')).status).toBe(200);
});

test.each(['/desk/sign-in', '/set-password'])('the form of %s cannot be sent before its scripts run', async (path) => {
  const html = await (await fetch(new URL(path, browsing.origin))).text();
  const buttons = html.match(/<button[^>]*type="submit"[^>]*>/g);
  expect(buttons).toEqual([expect.stringContaining('disabled')]);
});

test('a new role and a suspension apply at once, and the last admin cannot be demoted', async () => {
  const { ADMIN } = browsing.api.people;
  const farid = await browsing.api.createUser('Farid', 'CONTRIBUTOR');
  await browsing.visit('/desk/staff', { as: ADMIN }, async ({ page }) => {
    await waitUntilReady(page);
    const role = page.getByRole('combobox', { name: 'Role of Farid' });
    await role.selectOption('EDITOR');
    await page
      .locator('select[aria-label="Role of Farid"]:enabled option:checked[value=EDITOR]')
      .waitFor({ state: 'attached' });
    expect((await farid.ask('{ me { role } }')).data).toEqual({ me: { role: 'EDITOR' } });
    await page.getByRole('button', { name: 'Suspend Farid' }).click();
    await page.getByRole('button', { name: 'Suspend', exact: true }).click();
    await page.getByRole('button', { name: 'Reinstate Farid' }).waitFor();
    expect((await farid.ask('{ me { role } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await page.getByRole('combobox', { name: 'Role of Dana' }).selectOption('EDITOR');
    await page.getByText('This is the last active admin. Make another user an admin first.').waitFor();
    expect(await page.getByRole('combobox', { name: 'Role of Dana' }).inputValue()).toBe('ADMIN');
  });
});

test('an admin can allow people to approve their own changesets, and forbid it again', async () => {
  const { ADMIN } = browsing.api.people;
  await browsing.visit('/desk/staff', { as: ADMIN }, async ({ page }) => {
    await waitUntilReady(page);
    const solo = (state: { checked?: boolean; disabled?: boolean } = {}) =>
      page.getByRole('switch', { name: /^Let people approve their own changesets/, ...state });
    await solo().click();
    await solo({ checked: true, disabled: false }).waitFor({ state: 'attached' });
    expect((await ADMIN.ask('{ deskSettings { solo } }')).data).toEqual({ deskSettings: { solo: true } });
    await solo().click();
    await solo({ checked: false, disabled: false }).waitFor({ state: 'attached' });
    expect((await ADMIN.ask('{ deskSettings { solo } }')).data).toEqual({ deskSettings: { solo: false } });
  });
});
