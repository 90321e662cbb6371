import { seedId } from '@chancery/api/demo';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { publish } from '../support/desk.ts';
import { type Browsing, openBrowser, openingTime, schemes, sizes } from './support/browser.ts';
import { type Spells, spellOperations } from './support/spells.ts';

let browsing: Browsing;
let spells: Spells;
beforeAll(async () => {
  browsing = await openBrowser();
  spells = spellOperations();
  const { EDITOR, ADMIN } = browsing.api.people;
  await publish([EDITOR, ADMIN], spells.operations);
}, openingTime);
afterAll(() => browsing.close());

const day = 'on=2026-01-01';
const looks = (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((size) =>
  schemes.map((scheme) => [size, scheme] as const),
);
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The rows of the tables within, each cell in one line. */
async function rowsIn(part: Locator): Promise<string[][]> {
  const rows = await part.locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => folded(cell))),
  );
}

describe('the page of an organization', () => {
  const atLeague = `/organizations/`;

  test.each(looks)('is whole and fit for all with every explanation open, %s and %s', (size, scheme) =>
    browsing.visit(
      `${atLeague}${spells.league}?${day}`,
      { size, scheme },
      async ({ page, status, accessibilityViolations, sideways }) => {
        expect(status).toBe(200);
        await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");
        expect(await sideways()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test('counts full members apart from other standings, and what is less than known apart from both', () =>
    browsing.visit(`${atLeague}${spells.league}?${day}`, {}, async ({ page }) => {
      const members = page.locator('#members-on-day');
      expect(folded(await members.getByRole('heading', { level: 2 }).innerText())).toMatch(
        /^Members on 1 January 2026 ?1$/,
      );
      expect(await members.locator('p').first().innerText()).toBe(
        '1 member, 1 observer, 1 partner; 2 members when last recorded, 2014 to 2019; 1 member possibly; 1 member with no dates stated.',
      );
      const group = (name: string) => rowsIn(members.getByRole('table', { name, exact: true }));
      const readings = async (name: string) => (await group(name)).map(([member, , reading]) => [member, reading]);
      expect(await readings('Members')).toEqual([['Russia', 'member, last attested 3 March 2025']]);
      expect(await readings('Other standings')).toEqual([
        ['Kazakhstan', 'partner, not attested since'],
        ['South Africa', 'observer, not attested since'],
      ]);
      expect(await readings('When last recorded')).toEqual([
        ['India', 'recorded as member in September 2019'],
        ['Iran', 'member when last recorded, 31 December 2014'],
      ]);
      expect(await readings('Possibly')).toEqual([
        ['China', 'possibly (joined between 1 January and 31 December 2026)'],
      ]);
      expect(await readings('Dates not stated')).toEqual([['Brazil', 'dates not stated']]);
      await page.locator('summary', { hasText: 'Members at other times' }).click();
      expect(await readings('Members at other times')).toEqual([['Belarus', 'until 2019']]);
    }));

  test('says that what holds is certain on a day on which a source saw it', () =>
    browsing.visit(`${atLeague}${spells.league}?on=2014-06-01`, {}, async ({ page }) => {
      const rows = await rowsIn(page.locator('#members-on-day').getByRole('table', { name: 'Members', exact: true }));
      expect(rows.map(([member, , reading]) => [member, reading])).toEqual([
        ['Belarus', 'member'],
        ['Iran', 'member'],
        ['Russia', 'member'],
      ]);
    }));

  test('tells why behind each reading, by keyboard: until when it is attested, and by which kind of source', () =>
    browsing.visit(`${atLeague}${spells.league}?${day}`, {}, async ({ page }) => {
      const opened = async (member: string) => {
        const row = page.locator('#members-on-day tr', { hasText: member });
        await row.locator('summary').focus();
        await page.keyboard.press('Enter');
        return row.locator('details p').innerText();
      };
      expect(await opened('Russia')).toContain(
        'Attested until 3 March 2025, by a page that is kept up to date, retrieved 3 March 2025 (League on itself)',
      );
      expect(await opened('Iran')).toContain(
        'Attested until 31 December 2014, by Members of Leagues, whose coverage ends on that day',
      );
      expect(await opened('India')).toContain('No source states the period.');
    }));

  test('is there without scripts, and its readings open', async () => {
    const response = await fetch(`${browsing.origin}${atLeague}${spells.league}?${day}`);
    const html = await response.text();
    expect(html).toMatch(/<details[^>]*><summary><svg[^>]*>.*?<\/svg><span>member, last attested 3 March 2025<\/span>/);
  });
});

describe('the page of two actors', () => {
  // Next preloads the style of the page that is shown where one is missing; on a slow machine the browser remarks on it.
  const expected = [/was preloaded using link preload but not used/];
  test.each(looks)('is whole and fit for all with every explanation open, %s and %s', (size, scheme) =>
    browsing.visit(
      `/dyad/RUS/IRN?${day}`,
      { size, scheme, expected },
      async ({ page, accessibilityViolations, sideways }) => {
        await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");
        expect(await sideways()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test('keeps apart where one is a member only when last recorded, and says where it has no record of one', () =>
    browsing.visit(`/dyad/RUS/IRN?${day}`, { expected }, async ({ page }) => {
      const part = page.locator('#memberships');
      const names = (await rowsIn(part.getByRole('table', { name: 'Both are members', exact: true }))).map(
        ([name]) => name,
      );
      expect(names.join()).not.toContain('League of Readings');
      const [league] = await rowsIn(part.getByRole('table', { name: 'Both are members when last recorded' }));
      expect(league?.[0]).toContain('League of Readings');
      expect(league?.[1]).toContain('member, last attested 3 March 2025');
      expect(league?.[2]).toContain('member when last recorded, 31 December 2014');
      await part.getByText('Only Russia is on record:').click();
      const only = await rowsIn(part.getByRole('table', { name: 'Only Russia is on record' }));
      expect(only.find(([name]) => name?.startsWith('Pact of One'))?.[2]).toBe('no record');
    }));

  test('gives obligations in both directions, by source, and says where sources differ on the period', () =>
    browsing.visit(`/dyad/RUS/IRN?${day}`, { expected }, async ({ page }) => {
      const rows = await rowsIn(page.locator('#obligations').getByRole('table', { name: 'Obligations on the day' }));
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

  test('shows agreements that are later than its day only when they are asked for, and keeps that in the address', () =>
    browsing.visit('/dyad/RUS/IRN?on=2012-01-01', { expected }, async ({ page }) => {
      const part = page.locator('#agreements');
      const count = () => part.locator('tbody tr').count();
      const before = await count();
      await part.getByRole('link', { name: /^Show \d+ later agreements$/ }).click();
      await page.waitForURL(/later=1/);
      await part.getByRole('link', { name: 'Hide later agreements' }).waitFor();
      expect(await count()).toBeGreaterThan(before);
      const treaty = part.getByRole('row', { name: /Treaty on the Comprehensive Strategic Partnership/ });
      expect(folded(await treaty.innerText())).toContain('later than this day');
      expect(folded(await treaty.innerText())).toContain('not yet signed');
    }));

  test('says of an actor and an organization what is known of the one in the other', async () => {
    await browsing.visit(`/dyad/${spells.league}/IRN?${day}`, {}, async ({ page }) => {
      const own = page.locator('#memberships').getByRole('region', { name: 'Iran in League of Readings' });
      expect(await own.innerText()).toContain('member when last recorded, 31 December 2014');
    });
    await browsing.visit(`/dyad/IRN/${spells.pact}?${day}`, {}, async ({ page }) => {
      expect(await page.locator('#memberships').innerText()).toContain(
        'The register has no record of a membership of Iran in Pact of One, in any standing.',
      );
    });
  });

  test('states no absence: what is not on record is a dash and a sentence that says so', () =>
    browsing.visit('/dyad/NAM/TUV', {}, async ({ page }) => {
      const figures = await page.getByRole('navigation', { name: 'On this page' }).innerText();
      expect(figures).not.toMatch(/(^|\s)0(\s|$)/);
      for (const part of ['agreements', 'obligations', 'exercises', 'claims', 'disputes'])
        expect(await page.locator(`#${part}`).innerText()).toContain('The register has no record of');
    }));
});

describe('records, lists and sources', () => {
  test('the page of a state groups its memberships by what is known of them', () =>
    browsing.visit(`/states/${seedId('st:IRN')}?${day}`, {}, async ({ page }) => {
      const rows = await rowsIn(page.getByRole('table', { name: 'When last recorded' }));
      expect(rows.map(([name, , reading]) => [name, reading])).toEqual([
        ['League of Readings', 'member when last recorded, 31 December 2014'],
      ]);
      expect(await page.locator('#memberships').count()).toBe(0);
    }));

  test('a list narrows to a reading on the day of its address', () =>
    browsing.visit(
      `/memberships?organization=${spells.league}&validity.is=LAST_RECORDED&${day}`,
      {},
      async ({ page }) => {
        const rows = await page.locator('main tbody tr').allInnerTexts();
        expect(rows).toHaveLength(2);
        expect(rows.map(folded).join()).toContain('member when last recorded, 31 December 2014');
        const chips = await page.getByRole('list', { name: 'Filters' }).innerText();
        expect(folded(chips)).toContain('on the day: when last recorded');
      },
    ));

  test('a membership shows its period and its reading together, also where no period is stated', () =>
    browsing.visit(`/memberships?organization=${spells.league}&validity.is=UNSTATED&${day}`, {}, async ({ page }) => {
      await page.locator('main tbody th a').first().click();
      await page.waitForURL(/\/memberships\/mem_/);
      const period = page.locator('dl > div', { hasText: 'Period' }).first();
      expect(folded(await period.innerText())).toContain('dates not stated');
    }));

  test.each(looks)('a source says what it covers, in sentences, and that it is withheld, %s and %s', (size, scheme) =>
    browsing.visit(
      `/sources/${spells.dataSet}`,
      { size, scheme },
      async ({ page, accessibilityViolations, sideways }) => {
        const coverage = folded(await page.locator('#coverage').innerText());
        expect(coverage).toContain('Memberships: leagues of states, between 1816 and 2014, except');
        expect(coverage).toContain('what is absent did not happen');
        expect(await page.getByRole('complementary', { name: 'Withheld' }).innerText()).toContain(
          'is not shown to the public',
        );
        expect(await sideways()).toBe(0);
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
      await browsing.visit(path, { size, scheme }, async ({ page, status, accessibilityViolations, sideways }) => {
        expect(status).toBe(200);
        expect(folded(await page.getByRole('main').innerText())).toContain('between 1816 and 2014');
        expect(await sideways()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      });
  });

  test('a source whose coverage nobody recorded says so', () =>
    browsing.visit(`/sources/${spells.living}`, {}, async ({ page }) => {
      expect(await page.locator('#coverage').innerText()).toContain(
        'The register has no record of what this source covers.',
      );
    }));
});
