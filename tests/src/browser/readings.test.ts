import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { publish } from '../support/desk.ts';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout, windowSizes } from './support/browser.ts';
import { type Spells, spellOperations } from './support/spells.ts';

let browsing: BrowserSetup;
let spells: Spells;
beforeAll(async () => {
  browsing = await openBrowser();
  spells = spellOperations();
  const { EDITOR, ADMIN } = browsing.api.people;
  await publish([EDITOR, ADMIN], spells.operations);
}, openBrowserTimeout);
afterAll(() => browsing.close());

const day = 'on=2026-01-01';
const looks = (Object.keys(windowSizes) as (keyof typeof windowSizes)[]).flatMap((size) =>
  colorSchemes.map((scheme) => [size, scheme] as const),
);
const foldSpaces = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns the rows of the tables in an element, with each cell as one line of text. */
async function rowsIn(part: Locator): Promise<string[][]> {
  const rows = await part.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => foldSpaces(cell))),
  );
}

describe('the page of an organization', () => {
  const organizations = `/organizations/`;

  test.each(looks)('has no accessibility violations with all explanations open, %s and %s', (size, scheme) =>
    browsing.visit(
      `${organizations}${spells.league}?${day}`,
      { size, scheme },
      async ({ page, status, accessibilityViolations, horizontalOverflow }) => {
        expect(status).toBe(200);
        await page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })");
        expect(await horizontalOverflow()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test('groups members by status, and uncertain memberships by reading', () =>
    browsing.visit(`${organizations}${spells.league}?${day}`, {}, async ({ page }) => {
      const members = page.locator('#members-on-day');
      expect(foldSpaces(await members.getByRole('heading', { level: 2 }).innerText())).toMatch(
        /^Members on 1 January 2026 ?1$/,
      );
      expect(await members.locator('p').first().innerText()).toBe(
        '1 member, 1 observer, 1 partner; 2 members when last recorded, 2014 to 2019; possibly 1 member; 1 member with no dates stated.',
      );
      const group = (name: string) => rowsIn(members.getByRole('table', { name, exact: true }));
      const readings = async (name: string) => (await group(name)).map(([member, , reading]) => [member, reading]);
      expect(await readings('Full memberships')).toEqual([['Russia', 'member, last attested 3 March 2025']]);
      expect(await readings('Memberships with another status')).toEqual([
        ['Kazakhstan', 'partner, not attested since its start'],
        ['South Africa', 'observer, not attested since its start'],
      ]);
      expect(await readings('Memberships when last recorded')).toEqual([
        ['India', 'recorded as member in September 2019'],
        ['Iran', 'member when last recorded, 31 December 2014'],
      ]);
      expect(await readings('Possible memberships')).toEqual([
        ['China', 'possibly (joined between 1 January and 31 December 2026)'],
      ]);
      expect(await readings('Memberships without dates')).toEqual([['Brazil', 'dates not stated']]);
      await page.locator('summary', { hasText: 'Members at other times' }).click();
      expect(await readings('Members at other times')).toEqual([['Belarus', 'until 2019']]);
    }));

  test('shows memberships as certain on a day for which a source attests them', () =>
    browsing.visit(`${organizations}${spells.league}?on=2014-06-01`, {}, async ({ page }) => {
      const rows = await rowsIn(page.locator('#members-on-day').getByRole('table', { name: 'Full memberships' }));
      expect(rows.map(([member, , reading]) => [member, reading])).toEqual([
        ['Belarus', 'member'],
        ['Iran', 'member'],
        ['Russia', 'member'],
      ]);
    }));

  test('explains each reading, reachable by keyboard: until when it is attested and by which source', () =>
    browsing.visit(`${organizations}${spells.league}?${day}`, {}, async ({ page }) => {
      const explanationOf = async (member: string) => {
        const row = page.locator('#members-on-day tr', { hasText: member });
        await row.locator('summary').focus();
        await page.keyboard.press('Enter');
        return row.locator('details p').innerText();
      };
      expect(await explanationOf('Russia')).toContain(
        'Attested until 3 March 2025, by a page that is kept up to date, retrieved 3 March 2025 (League on itself)',
      );
      expect(await explanationOf('Iran')).toContain(
        'Attested until 31 December 2014, by Members of Leagues, whose coverage ends on that day',
      );
      expect(await explanationOf('India')).toContain('The period is not recorded.');
    }));

  test('renders readings with explanations without scripts', async () => {
    const response = await fetch(`${browsing.origin}${organizations}${spells.league}?${day}`);
    const html = await response.text();
    expect(html).toMatch(/<details[^>]*><summary><svg[^>]*>.*?<\/svg><span>member, last attested 3 March 2025<\/span>/);
  });
});

describe('the dyad page', () => {
  test.each(looks)('has no accessibility violations with all explanations open, %s and %s', (size, scheme) =>
    browsing.visit(
      `/dyad/RUS/IRN?${day}`,
      { size, scheme },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        await page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })");
        expect(await horizontalOverflow()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test('shows memberships when last recorded separately, and says if it has no record of one actor', () =>
    browsing.visit(`/dyad/RUS/IRN?${day}`, {}, async ({ page }) => {
      const part = page.locator('#memberships');
      const names = (await rowsIn(part.getByRole('table', { name: 'Both are members', exact: true }))).map(
        ([name]) => name,
      );
      expect(names.join()).not.toContain('League of Readings');
      const [league] = await rowsIn(part.getByRole('table', { name: 'Both were members when last recorded' }));
      expect(league?.[0]).toContain('League of Readings');
      expect(league?.[1]).toContain('member, last attested 3 March 2025');
      expect(league?.[2]).toContain('member when last recorded, 31 December 2014');
      await part.getByText('Only Russia is recorded as a member:').click();
      const only = await rowsIn(part.getByRole('table', { name: 'Only Russia is recorded as a member' }));
      expect(only.find(([name]) => name?.startsWith('Pact of One'))?.[2]).toBe('no record');
    }));

  test('shows obligations in both directions by source, and says if sources differ on the period', () =>
    browsing.visit(`/dyad/RUS/IRN?${day}`, {}, async ({ page }) => {
      const table = page
        .locator('#obligations')
        .getByRole('table', { name: 'Obligations that hold or may hold on the day' });
      const rows = await rowsIn(table);
      const defence = rows.filter(([kind]) => kind === 'Defence').map(([, ...cells]) => cells);
      expect(defence).toEqual([
        [
          'Russia to Iran',
          'owed when last recorded',
          'from 1998, end unknown sources differ on the period',
          'not stated',
          'Members of Leagues',
        ],
        [
          expect.stringMatching(/^(Russia to Iran Iran to Russia|Iran to Russia Russia to Iran)$/),
          'owed when last recorded',
          'from 1999, end unknown sources differ on the period',
          'not stated',
          'Undated gazette',
        ],
      ]);
    }));

  test('hides agreements later than the day until the reader shows them, and keeps the choice in the address', () =>
    browsing.visit('/dyad/RUS/IRN?on=2012-01-01', {}, async ({ page }) => {
      const part = page.locator('#agreements');
      const count = () => part.locator('tbody tr').count();
      const before = await count();
      await part.getByRole('link', { name: /^Show \d+ later agreements$/ }).click();
      await page.waitForURL(/later=1/);
      await part.getByRole('link', { name: 'Hide later agreements' }).waitFor();
      expect(await count()).toBeGreaterThan(before);
      const treaty = part.getByRole('row', { name: /Treaty on the Comprehensive Strategic Partnership/ });
      expect(foldSpaces(await treaty.innerText())).toContain('later than this day');
      expect(foldSpaces(await treaty.innerText())).toContain('not yet signed');
    }));

  test('shows the membership of an actor in an organization that is the other actor', async () => {
    await browsing.visit(`/dyad/${spells.league}/IRN?${day}`, {}, async ({ page }) => {
      const own = page.locator('#memberships').getByRole('region', { name: 'Iran in League of Readings' });
      expect(await own.innerText()).toContain('member when last recorded, 31 December 2014');
    });
    await browsing.visit(`/dyad/IRN/${spells.pact}?${day}`, {}, async ({ page }) => {
      expect(await page.locator('#memberships').innerText()).toContain(
        'The register has no record of a membership of Iran in Pact of One, with any status.',
      );
    });
  });

  test('shows a dash and a sentence, not 0, if nothing is on record', () =>
    browsing.visit('/dyad/NAM/TUV', {}, async ({ page }) => {
      const figures = await page.getByRole('navigation', { name: 'On this page' }).innerText();
      expect(figures).not.toMatch(/(^|\s)0(\s|$)/);
      for (const part of ['agreements', 'obligations', 'exercises', 'claims', 'disputes'])
        expect(await page.locator(`#${part}`).innerText()).toContain('The register has no record of');
    }));
});

describe('records, lists and sources', () => {
  test('the page of a state groups its memberships by reading', () =>
    browsing.visit(`/states/${seedId('st:IRN')}?${day}`, {}, async ({ page }) => {
      const rows = await rowsIn(page.getByRole('table', { name: 'Memberships when last recorded' }));
      expect(rows.map(([name, , reading]) => [name, reading])).toEqual([
        ['League of Readings', 'member when last recorded, 31 December 2014'],
      ]);
      expect(await page.locator('#memberships').count()).toBe(0);
    }));

  test('a list can be filtered by reading on the day in its address', () =>
    browsing.visit(
      `/memberships?organization=${spells.league}&validity.is=LAST_RECORDED&${day}`,
      {},
      async ({ page }) => {
        const rows = await page.locator('main tbody tr').allInnerTexts();
        expect(rows).toHaveLength(2);
        expect(rows.map(foldSpaces).join()).toContain('member when last recorded, 31 December 2014');
        const chips = await page.getByRole('list', { name: 'Filters' }).innerText();
        expect(foldSpaces(chips)).toContain('on the day: held when last recorded');
      },
    ));

  test('a membership shows its period and reading, also if no period is stated', () =>
    browsing.visit(`/memberships?organization=${spells.league}&validity.is=UNSTATED&${day}`, {}, async ({ page }) => {
      await page.locator('main tbody th a').first().click();
      await page.waitForURL(/\/memberships\/mem_/);
      const period = page.locator('dl > div', { hasText: 'Period' }).first();
      expect(foldSpaces(await period.innerText())).toContain('dates not stated');
    }));

  test.each(looks)('a source page says what the source covers and that it is withheld, %s and %s', (size, scheme) =>
    browsing.visit(
      `/sources/${spells.dataSet}`,
      { size, scheme },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        const coverage = foldSpaces(await page.locator('#coverage').innerText());
        expect(coverage).toContain('Memberships: leagues of states, between 1816 and 2014, except');
        expect(coverage).toContain('what is missing did not happen');
        expect(
          await page.getByRole('complementary', { name: 'Facts from this source are withheld' }).innerText(),
        ).toContain('are not shown to the public');
        expect(await horizontalOverflow()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test.each(looks)('the coverage of a source has a page and a list, %s and %s', async (size, scheme) => {
    const { data } = await browsing.api.ask(
      `{ coverages(first: 1, filter: { source: { eq: "${spells.dataSet}" } }) { nodes { id } } }`,
    );
    const { nodes }: { nodes: readonly { id: string }[] } = data.coverages ?? { nodes: [] };
    for (const path of ['/coverages', `/coverages/${nodes[0]?.id}`])
      await browsing.visit(
        path,
        { size, scheme },
        async ({ page, status, accessibilityViolations, horizontalOverflow }) => {
          expect(status).toBe(200);
          expect(foldSpaces(await page.getByRole('main').innerText())).toContain('between 1816 and 2014');
          expect(await horizontalOverflow()).toBe(0);
          expect(await accessibilityViolations()).toEqual([]);
        },
      );
  });

  test('a source page says if no coverage is recorded', () =>
    browsing.visit(`/sources/${spells.currentSource}`, {}, async ({ page }) => {
      expect(await page.locator('#coverage').innerText()).toContain(
        'The register has no record of what this source covers.',
      );
    }));
});
