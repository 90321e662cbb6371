import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser({ register: 'empty' });
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('an admin finds in the audit trail what was done on the page of people', async () => {
  const { ADMIN } = browsing.api.people;
  await browsing.api.createUser('Farid', 'CONTRIBUTOR');
  await browsing.visit('/desk/staff', { as: ADMIN }, async ({ page }) => {
    await waitUntilReady(page);
    await page.getByRole('button', { name: 'Suspend Farid' }).click();
    await page.getByRole('button', { name: 'Suspend', exact: true }).click();
    await page.getByRole('button', { name: 'Reinstate Farid' }).waitFor();
    await page.getByRole('link', { name: 'Audit trail of Farid' }).click();
    await page.getByText('Suspended Farid, which ended 1 session.').waitFor();
    expect(await page.getByLabel('Person').locator('option:checked').innerText()).toBe('Farid');
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await page.getByText('Signed in on a new device.').first().waitFor();
    await page.getByLabel('Kind').selectOption('Role changed');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.getByText('No entry matches these filters.').waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('ROLE_CHANGED');
  });
});

test.each(['wide', 'narrow'] as const)(
  'the audit trail fits a %s window, and goes on to older entries',
  async (size) => {
    const { ADMIN } = browsing.api.people;
    await browsing.api.desk.owner.query(
      `INSERT INTO desk.audit_entry (at, kind, object_type, object_label, reason, address)
     SELECT now(), 'SIGN_IN_FAILED', 'ACCOUNT', repeat('long', 15) || n || '@example.org', 'WRONG_PASSWORD', '2001:db8:1:2:3:4:5:6'
     FROM generate_series(1, 60) n`,
    );
    for (const scheme of colorSchemes)
      await browsing.visit(
        '/desk/audit',
        { as: ADMIN, size, scheme },
        async ({ page, accessibilityViolations, horizontalOverflow }) => {
          await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
          expect(await horizontalOverflow()).toBe(0);
          expect(await accessibilityViolations()).toEqual([]);
          await page.getByRole('link', { name: 'Older entries' }).click();
          await page.getByRole('link', { name: 'Newest entries' }).waitFor();
        },
      );
  },
);

test('the audit trail is closed to people who are no admins', async () => {
  await browsing.visit('/desk/audit', { as: browsing.api.people.EDITOR }, async ({ page }) => {
    await page.getByText('Only admins may do this.').waitFor();
    expect(await page.getByRole('link', { name: 'Audit trail' }).count()).toBe(0);
  });
});

test('a person changes their own password and stays signed in', async () => {
  const user = await browsing.api.createUser('Galina', 'EDITOR');
  await browsing.visit(
    '/desk/account',
    { as: user, expected: [/400/] },
    async ({ page, accessibilityViolations, horizontalOverflow }) => {
      await waitUntilReady(page);
      await page.getByLabel('Current password').fill('a wrong password');
      await page.getByLabel('New password').fill('another long password');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('The current password is wrong. Correct it and try again.').waitFor();
      await page.getByLabel('Current password').fill(user.password);
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Your password is changed').waitFor();
      expect(await accessibilityViolations()).toEqual([]);
      expect(await horizontalOverflow()).toBe(0);
      await page.reload();
      await page.getByText('You are signed in as galina@example.org.').waitFor();
    },
  );
  expect((await browsing.api.signIn(user.email, 'another long password')).status).toBe(200);
});
