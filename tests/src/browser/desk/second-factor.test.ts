import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { totpOf } from '../../support/totp.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser({ register: 'empty' });
}, openBrowserTimeout);
afterAll(() => browsing.close());

test.each(['wide', 'narrow'] as const)(
  'a person turns a second factor on in a %s window, signs in with it and turns it off',
  async (size) => {
    const user = await browsing.api.createUser(size === 'wide' ? 'Wanda' : 'Nadja', 'EDITOR');
    const expected = [/40[01]/];
    await browsing.visit(
      '/desk/account',
      { as: user, size, expected },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        const isFine = async () =>
          expect([await accessibilityViolations(), await horizontalOverflow()]).toEqual([[], 0]);
        const section = page.locator('#second-factor');
        await waitUntilReady(page);
        await isFine();
        await section.getByLabel('Your password').fill('a wrong password');
        await section.getByRole('button', { name: 'Set up second factor' }).click();
        await section.getByText('The current password is wrong. Correct it and try again.').waitFor();
        await section.getByLabel('Your password').fill(user.password);
        await section.getByRole('button', { name: 'Set up second factor' }).click();
        await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
        await isFine();
        const key = await section.locator('code').innerText();
        const uri = `otpauth://totp/x?secret=${key}`;
        await section.getByLabel('Code that the app shows').fill(totpOf(uri));
        await section.getByRole('button', { name: 'Turn on second factor' }).click();
        await section.getByText('They are not shown again.').waitFor();
        const [code = ''] = await section.locator('li').allInnerTexts();
        await isFine();
        await section.getByRole('button', { name: 'I have stored the codes' }).click();
        await section.getByText('The second factor is on.').waitFor();
        expect(await page.getByText(code).count()).toBe(0);

        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.getByLabel('E-mail').fill(user.email);
        await page.getByLabel('Password', { exact: true }).fill(user.password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByLabel('Code').fill('wrong');
        await isFine();
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByText('The code is wrong or was given before.').waitFor();
        await page.getByLabel('Code').fill(code);
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.waitForURL((url) => url.pathname === '/desk');

        await page.goto(`${browsing.origin}/desk/account`);
        await waitUntilReady(page);
        const turnOff = section.locator('form').last();
        await turnOff.getByLabel('Your password').fill(user.password);
        await turnOff.getByRole('button', { name: 'Turn off second factor' }).click();
        await section.getByText('You have been signed out on all other devices.').waitFor();
        await section.getByText('The second factor is off.').waitFor();
      },
    );
  },
);

test('an admin who lacks a required second factor is told so, and removes that of another person afterwards', async () => {
  const { ADMIN } = browsing.api.people;
  const setting = (is: boolean) =>
    browsing.api.desk.owner.query(
      `INSERT INTO desk.setting (name, value) VALUES ('secondFactorForAdmins', $1) ON CONFLICT (name) DO UPDATE SET value = $1`,
      [JSON.stringify(is)],
    );
  await setting(true);
  await browsing.visit('/desk/account', { as: ADMIN }, async ({ page }) => {
    await page.getByText('Your second factor is missing').waitFor();
    expect(await page.getByRole('link', { name: 'Audit trail' }).count()).toBe(0);
  });
  await setting(false);
  const { rows } = await browsing.api.desk.owner.query<{ name: string }>(
    `UPDATE desk."user" SET two_factor_enabled = true WHERE email = 'ana@example.org' RETURNING name`,
  );
  expect(rows).toEqual([{ name: 'Ana' }]);
  await browsing.visit('/desk/staff', { as: ADMIN, expected: [/403/] }, async ({ page, accessibilityViolations }) => {
    await waitUntilReady(page);
    await page.getByRole('switch', { name: /^Require a second factor of admins/ }).click();
    await page.getByText('Turn on your own second factor first, on the page of your account.').waitFor();
    await page.getByRole('button', { name: 'Remove second factor of Ana' }).click();
    await page.getByRole('button', { name: 'Remove second factor', exact: true }).click();
    await page.getByRole('button', { name: 'Remove second factor of Ana' }).waitFor({ state: 'detached' });
    expect(await accessibilityViolations()).toEqual([]);
  });
});
