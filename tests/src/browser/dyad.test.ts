import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { publish } from '../support/desk.ts';
import { cite, createSource, createWaived } from '../support/operations.ts';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout, windowSizes } from './support/browser.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const looks = (Object.keys(windowSizes) as (keyof typeof windowSizes)[]).flatMap((size) =>
  colorSchemes.map((scheme) => [size, scheme] as const),
);

/** Records a data set that covers all exercises from 2000 to 2022 and cites it for those of Russia and Iran. */
async function recordDataSet(): Promise<void> {
  const { data } = await browsing.api.ask(
    '{ dyad(a: { code: "RUS" }, b: { code: "IRN" }) { exercises(first: 100) { nodes { id } } } }',
  );
  const { nodes } = (data as unknown as { dyad: { exercises: { nodes: { id: string }[] } } }).dyad.exercises;
  const source = createSource({
    name: 'Exercises of two states',
    sourceType: 'DATASET',
    independenceGroup: 'exercises',
  });
  const coverage = createWaived('Coverage', {
    ...{ source: source.fact, kind: 'EXERCISES', dataSet: 'MME', population: 'Two states' },
    ...{ period: { edtf: '2000/2022', basis: 'STATED' }, completeness: 'COMPLETE' },
  });
  const { EDITOR, ADMIN } = browsing.api.people;
  await publish([EDITOR, ADMIN], [source, coverage, ...nodes.map(({ id }) => cite(id, source.fact))]);
}

interface Ladder {
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
  readonly years: readonly {
    readonly year: number;
    readonly cooperation: number;
    readonly conflict: number;
    readonly n: number;
  }[];
}

async function ladderOf(at: number | null): Promise<Ladder> {
  const selection =
    'dyad(a: { code: "RUS" }, b: { code: "IRN" }) { ladder { cooperation conflict n years { year cooperation conflict n } } }';
  const { data } = await browsing.api.ask(
    at === null ? `{ register: revision { number } ${selection} }` : `{ at(revision: ${at}) { ${selection} } }`,
  );
  const answer = data as { dyad?: { ladder: Ladder }; at?: { dyad: { ladder: Ladder } } };
  const ladder = (answer.dyad ?? answer.at?.dyad)?.ladder;
  if (!ladder) throw new Error('The register has no dyad of RUS and IRN.');
  return ladder;
}

const signed = (score: number) => (score === 0 ? '0' : `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(1)}`);

/** Returns the cells of the table version of the event ladder, by row. */
async function ladderTable(page: Page): Promise<string[][]> {
  await page.getByText('Show the event ladder as a table').click();
  const rows = page.getByRole('table', { name: 'Events by year' }).locator('tbody tr');
  const count = await rows.count();
  return Promise.all(Array.from({ length: count }, (_, at) => rows.nth(at).locator('th, td').allTextContents()));
}

describe('the dyad page', () => {
  test.each(looks)(
    'has all sections, no accessibility violations and no horizontal scrolling, %s and %s',
    (size, scheme) =>
      browsing.visit(
        '/dyad/RUS/IRN',
        { size, scheme },
        async ({ page, status, accessibilityViolations, horizontalOverflow }) => {
          expect(status).toBe(200);
          expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Russia and Iran');
          for (const part of [
            'Event ladder',
            'Alignment',
            'Agreements',
            'Exercises',
            'Obligations',
            'Memberships',
            'Policy measures',
            'Claims',
            'Disputes',
          ])
            expect(await page.getByRole('heading', { level: 2, name: part }).isVisible()).toBe(true);
          expect(await horizontalOverflow()).toBe(0);
          expect(await accessibilityViolations()).toEqual([]);
        },
      ),
  );

  test.each([
    ['at the revision of the worked case', 2],
    ['at the head', null],
  ] as const)('shows the numbers of the API in the chart, the figures and the table, %s', async (_when, at) => {
    const ladder = await ladderOf(at);
    if (at === 2) expect(ladder).toMatchObject({ cooperation: 23.1, conflict: 0, n: 5 });
    await browsing.visit(`/dyad/RUS/IRN${at === null ? '' : `?at=${at}`}`, {}, async ({ page }) => {
      const figures = await page
        .getByRole('navigation', { name: 'On this page' })
        .getByRole('listitem')
        .allTextContents();
      expect(figures.slice(0, 3)).toEqual([
        `${signed(ladder.cooperation)}cooperation`,
        `${signed(-ladder.conflict)}conflict`,
        `n = ${ladder.n}events scored`,
      ]);
      const bars = page.getByRole('group', { name: /^Events by year/ }).getByRole('link');
      const words = await bars.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
      expect(words).toEqual(
        ladder.years.map(
          ({ year, cooperation, conflict, n }) =>
            `${year}: cooperation ${signed(cooperation)}, conflict ${signed(-conflict)}, from ${n} scored ${n === 1 ? 'event' : 'events'}`,
        ),
      );
      expect((await ladderTable(page)).map(([year, up, down, , , n]) => [year, up, down, n])).toEqual(
        ladder.years.map(({ year, cooperation, conflict, n }) => [
          String(year),
          signed(cooperation),
          signed(-conflict),
          String(n),
        ]),
      );
    });
  });

  test('says why there are no statistics if no data set is complete', () =>
    browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      const alignment = page.locator('#alignment');
      expect(await alignment.innerText()).toContain('No statistics for these two');
      expect(await alignment.innerText()).toContain('Joint exercises held: The register holds only a sample');
      expect(await page.getByRole('img', { name: 'Joint exercises held by year' }).count()).toBe(0);
    }));

  test('shows the statistics of the API in the charts, table and files, with years without data hatched and not 0', async () => {
    await recordDataSet();
    await browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      const { data } = await browsing.api.ask(
        `{ dyad(a: { code: "RUS" }, b: { code: "IRN" }) { on series(measure: JOINT_EXERCISES, from: 1980, to: ${new Date().getUTCFullYear()}) { revision points { year value n reason reasonCode } } } }`,
      );
      const { points, revision } = (
        data as unknown as {
          dyad: { series: { revision: number; points: { year: number; value: number | null; n: number }[] } };
        }
      ).dyad.series;
      await page.getByText('Show the statistics as a table').click();
      const rows = page.getByRole('table', { name: 'Statistics by year' }).locator('tbody tr');
      const tableRows = await rows.evaluateAll((elements) =>
        elements.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
      );
      const words = new Map(
        points.map(({ year, value, n }) => [String(year), value === null ? 'no complete data' : `${value} n = ${n}`]),
      );
      expect(tableRows.length).toBeGreaterThan(5);
      for (const cells of tableRows) if (words.has(cells[0] ?? '')) expect(cells[4]).toBe(words.get(cells[0] ?? ''));
      expect(tableRows.some((cells) => cells[4] === 'no complete data')).toBe(true);
      const chart = page.getByRole('img', { name: 'Joint exercises held by year' });
      expect(await chart.locator('rect[fill^="url(#no-data"]').count()).toBeGreaterThan(0);
      const address = await page.getByRole('link', { name: 'Joint exercises held as JSON' }).getAttribute('href');
      const file = (await (await fetch(new URL(address ?? '', browsing.origin))).json()) as {
        revision: number;
        rows: (string | number | null)[][];
      };
      expect(file.revision).toBe(revision);
      expect(
        file.rows.map((row) => [String(row[0]), row[5] === null ? 'no complete data' : `${row[5]} n = ${row[6]}`]),
      ).toEqual(tableRows.map((cells) => [cells[0], cells[4]]));
      expect(await page.locator('#alignment').innerText()).toContain('Exercises of two states, 2000 to 2022: complete');
    });
  });

  test('draws cooperation above the line and conflict below it, to the same scale', () =>
    browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      const ladder = await ladderOf(null);
      const both = ladder.years.find(({ cooperation, conflict }) => cooperation > 0 && conflict > 0);
      if (!both) throw new Error('The demo register has no year with both cooperation and conflict.');
      const bar = page.getByRole('link', { name: new RegExp(`^${both.year}: cooperation`) });
      const boxes = await bar
        .locator('rect')
        .evaluateAll((rects) =>
          rects.slice(1, 3).map((rect) => ['y', 'height'].map((name) => Number(rect.getAttribute(name)))),
        );
      const [[up = 0, upHeight = 0] = [], [down = 0, downHeight = 0] = []] = boxes;
      expect(up + upHeight).toBeCloseTo(down, 0);
      expect(upHeight / both.cooperation).toBeCloseTo(downHeight / both.conflict, 0);
    }));

  test('links the bar of a year to its events, reachable by keyboard', () =>
    browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      await page.getByRole('link', { name: /^2019: cooperation/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#events-2019$/);
      const events = page.locator('#events-2019 li');
      expect(await events.count()).toBe(4);
      for (const line of await events.all())
        expect(await line.getByRole('img', { name: /^Grade [A-F][1-6]: / }).count()).toBe(1);
    }));

  test('shows the same figures for both orders of the actors, and for codes and ids', async () => {
    const { data } = await browsing.api.ask('{ a: state(code: "RUS") { id } b: state(code: "IRN") { id } }');
    const ids: Readonly<Record<string, { readonly id: string }>> = data;
    const figures = (path: string) =>
      browsing.visit(path, {}, ({ page }) => page.getByRole('navigation', { name: 'On this page' }).innerText());
    const [one, other, byId] = [
      await figures('/dyad/RUS/IRN'),
      await figures('/dyad/IRN/RUS'),
      await figures(`/dyad/${ids.a?.id}/${ids.b?.id}`),
    ];
    expect(other).toBe(one);
    expect(byId).toBe(one);
  });

  test('shows the status of each side of an agreement, with its party actions', () =>
    browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      const row = page.getByRole('row', { name: /Convention on the Legal Status of the Caspian Sea/ });
      const cells = (await row.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      expect(cells.at(-2)).toMatch(/^Contracting Signature 12 August 2018 A 1 Ratification 2019 B 2/);
      expect(cells.at(-1)).toMatch(/^Signatory Signature 12 August 2018 A 1/);
      expect(cells.at(-1)).not.toContain('Ratification');
    }));

  test('distinguishes held from announced exercises by shape, with a legend', () =>
    browsing.visit('/dyad/RUS/IRN', {}, async ({ page }) => {
      const part = page.locator('#exercises');
      const marks = await part.locator('ul[aria-label="Marks"] li').allInnerTexts();
      expect(marks.map((text) => text.trim())).toEqual(['announced', 'held']);
      const shapes = (status: string) =>
        part
          .locator(`li > svg[data-status="${status}"] > *`)
          .evaluateAll((elements) => [
            ...new Set(
              elements.map(
                (shape) => `${shape.tagName} ${shape.getAttribute('fill')} ${shape.hasAttribute('stroke-dasharray')}`,
              ),
            ),
          ]);
      expect(await shapes('HELD')).toEqual(['rect currentColor false']);
      expect(await shapes('ANNOUNCED')).toEqual(['path none true']);
    }));

  test('explains that there are no sums and no mean if no event is scored', () =>
    browsing.visit('/dyad/NAM/TUV', {}, async ({ page }) => {
      expect(await page.getByRole('complementary', { name: /^No scored events/ }).innerText()).toContain(
        'there are no sums and no mean',
      );
    }));

  test('does not show events after the day of the page', () =>
    browsing.visit('/dyad/RUS/IRN?on=2014-12-31', {}, async ({ page }) => {
      const years = await page.locator('#events h3').allInnerTexts();
      expect(years).toEqual(['2014', '2010', '2007', '2001']);
    }));
});

describe('the page for choosing two actors', () => {
  test('redirects from names or codes to the dyad page in the same view, also without scripts', async () => {
    await browsing.visit('/dyad?a=iran&b=Russia&at=2', {}, async ({ page }) => {
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/dyad/IRN/RUS?at=2');
    });
    const response = await fetch(`${browsing.origin}/dyad?a=IRN&b=RUS`, { redirect: 'manual' });
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('/dyad/IRN/RUS');
  });

  test.each(looks)('suggests actors for part of a name, and says if there are none, %s and %s', (size, scheme) =>
    browsing.visit(
      '/dyad?a=guin&b=ZZZ',
      { size, scheme, expected: [/404/] },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        expect(await page.getByRole('link', { name: 'Guinea-Bissau' }).getAttribute('href')).toContain('a=GNB');
        expect(await page.getByRole('heading', { name: /ZZZ/ }).innerText()).toBe(
          'No actor has the three-letter code, abbreviation or id ZZZ',
        );
        expect(await horizontalOverflow()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
      },
    ),
  );

  test('explains an unknown code in the address, and the same actor twice', async () => {
    await browsing.visit('/dyad/RUS/ZZZ', { expected: [/404/] }, async ({ page }) => {
      expect(await page.getByRole('main').innerText()).toContain(
        'No actor has the three-letter code, abbreviation or id ZZZ',
      );
    });
    await browsing.visit('/dyad/RUS/RUS', { expected: [/400/] }, async ({ page }) => {
      expect(await page.getByRole('complementary', { name: 'You chose Russia twice' }).isVisible()).toBe(true);
    });
  });
});
