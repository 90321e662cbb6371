import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BrowserSetup, colorSchemes, openBrowser, openBrowserTimeout, windowSizes } from '../support/browser.ts';
import { approveAndMerge } from '../support/desk-steps.ts';
import {
  checkImport,
  dropFiles,
  readCounts,
  submitChangeset,
  uploadFiles,
  waitForCount,
  writeImport,
} from '../support/import-steps.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

const header =
  'row_no,MMEID,Ex_Name,Series_Name,Location,lat,lon,start_iso,end_iso,StartDate,EndDate,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription,AdditionalParticipantInfo';

const exercises = {
  name: 'our copy of exercises.csv',
  text: `${header}
1,mme1,Copper Kettle 80,Copper Kettle,Sardis,38.5,28.0,1980-01-14,1980-01-21,x,x,0,1,0,1,0,0,1,0,0,naval gunnery,""
2,mme2,-9,Copper Kettle,-9,,,1981-02,1981-02,x,x,1,0,0,0,0,0,0,0,0,-9,
3,mme3,Tin Drum,,Sardis,38.5,28.0,1982-33,1982-04-01,x,x,0,1,0,0,0,0,0,0,0,-9,
`,
};
const participants = {
  name: 'participants.csv',
  text: `row_no,MMEID,slot,participant
1,mme1,1,Russia
1,mme1,2,Iran
2,mme2,1,Iran
2,mme2,2,Rusia
`,
};

describe('an import', () => {
  test('is recognized, checked, answered, written, reviewed and merged', async () => {
    const { api, origin, visit } = browsing;
    const { EDITOR, ADMIN } = api.people;
    const changeset = await visit('/desk/imports/new', { as: EDITOR }, async ({ page }) => {
      await waitUntilReady(page);
      await uploadFiles(page, [exercises, participants]);

      // The source is recognized by its columns, whatever the names of its files.
      await page.getByRole('heading', { level: 1, name: 'Multinational Military Exercises, 1980-2010' }).waitFor();
      await page.getByText('may not be published').first().waitFor();
      await page.getByText('mme_v7_exercises.csv', { exact: true }).first().waitFor();

      await checkImport(page);
      const first = await readCounts(page);
      expect(first.Exercises).toEqual({ Create: '2' });
      expect(first['Rows without a fact']).toMatchObject({ Error: '1' });

      // Errors name the line and the column, and can be downloaded.
      await page.locator('tfoot td[data-outcome=ERROR] a').click();
      await page.getByText('line 4,').waitFor();
      await page.locator('code', { hasText: 'start_iso' }).first().waitFor();
      const csv = await (
        await fetch(`${origin}${new URL(page.url()).pathname}/errors.csv`, { headers: { cookie: EDITOR.cookie } })
      ).text();
      expect(csv).toMatch(/^file,line,column,outcome/);
      expect(csv).toMatch(/4,start_iso,ERROR/);

      // A name that is only similar is a question.
      await page.getByText('Rusia').first().waitFor();
      await page.getByRole('button', { name: 'Choose Russia' }).first().click();
      await page.getByText('1 answer saved.').waitFor();
      await page.getByRole('button', { name: 'Check again' }).click();
      await waitForCount(page, 'Participations', 'CREATE', '4');
      await page.getByText('1 answer saved.').waitFor({ state: 'detached' });

      const path = await writeImport(page);
      await submitChangeset(page, 'The exercises of our copy.');
      return path;
    });
    await visit('/desk', { as: ADMIN }, ({ page }) => approveAndMerge(page, origin, changeset));

    // The terms of the source do not allow publication, until the owner of the register switches it on.
    const search = () => api.ask('{ search(text: "Copper Kettle 80") { nodes { id } } }');
    expect((await search()).data).toEqual({ search: { nodes: [] } });
    await visit('/desk/staff', { as: ADMIN }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByRole('switch', { name: /^Publish facts whose sources do not allow/ }).click();
      await page.getByText(/^Switched on by Dana/).waitFor();
    });
    const published = (await search()).data as unknown as { search: { nodes: { id: string }[] } };
    await visit(`/exercises/${published.search.nodes[0]?.id}`, {}, async ({ page }) => {
      await page.getByText('Line 2 of').waitFor();
      await page.getByText('Terms: Not stated where the file was found').waitFor();
    });
  });

  test('of the same files finds nothing new, with the files dropped and the page reloaded during the check', async () => {
    const { api, visit } = browsing;
    await visit('/desk/imports/new', { as: api.people.EDITOR }, async ({ page }) => {
      await waitUntilReady(page);
      await dropFiles(page, [exercises, participants]);
      await page.getByRole('button', { name: 'Check rows', exact: true }).click();
      await page.getByRole('button', { name: 'Check rows', exact: true }).waitFor({ state: 'detached' });
      await page.reload();
      await page.getByText('Preview of the import').waitFor();
      expect((await readCounts(page)).Exercises).toEqual({ Unchanged: '2' });
      await page.getByText('There is nothing new to write.').waitFor();
    });
  });

  test('can be cancelled, and is listed as cancelled', async () => {
    const { api, origin, visit } = browsing;
    await visit('/desk/imports/new', { as: api.people.EDITOR }, async ({ page }) => {
      await waitUntilReady(page);
      await uploadFiles(page, [exercises]);
      await page
        .getByText('Files are missing. Upload the other files of the source: mme_v7_participants.csv.')
        .waitFor();
      await page.getByRole('button', { name: 'Cancel import…' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel import' }).click();
      await page
        .getByText('The rows and files of the import were deleted. A changeset that it had begun was discarded.')
        .waitFor();
      await page.goto(`${origin}/desk/imports`);
      await page.getByRole('list', { name: 'Imports' }).getByText('cancelled').waitFor();
      await page.getByRole('list', { name: 'Imports' }).getByText('written').waitFor();
    });
  });

  test('of an unrecognized file says so and offers to map its columns', async () => {
    const { api, visit } = browsing;
    await visit('/desk/imports/new', { as: api.people.EDITOR }, async ({ page }) => {
      await waitUntilReady(page);
      await uploadFiles(page, [{ name: 'ours.csv', text: 'no,name,abbr\n1,League of Sardis,LOS\n' }]);
      await page.getByText('Action needed').waitFor();
      await page.getByRole('button', { name: 'Map the columns of your own table' }).waitFor();
    });
  });

  test('of an editor’s own table uses a column mapping, which can be saved and used again', async () => {
    const { api, visit } = browsing;
    const table = { name: 'leagues.csv', text: 'no,name,kind,remarks\n1,League of Sardis,a,x\n2,Union of Teos,b,\n' };
    await visit('/desk/imports/new', { as: api.people.EDITOR }, async ({ page, accessibilityViolations }) => {
      await waitUntilReady(page);
      await uploadFiles(page, [table]);
      await page.getByRole('button', { name: 'Map the columns of your own table' }).click();
      const form = page.locator('form', { has: page.getByRole('button', { name: 'Use this mapping' }) });
      for (const [label, words] of [
        ['Title', 'Leagues of Ionia'],
        ['Publisher', 'The archive of Miletus'],
        ['Period covered', '1900/2000'],
        ['Cited as', 'Archive of Miletus. 2020. Leagues of Ionia.'],
        ['Terms', 'CC0'],
      ] as const)
        await form.getByLabel(label).first().fill(words);
      await form.getByRole('combobox', { name: 'Type of first' }).selectOption('Organization');
      await form.getByRole('combobox', { name: 'Key of first' }).selectOption('no');
      await form.getByRole('combobox', { name: 'Column of Name', exact: true }).selectOption('name');
      await form.getByRole('combobox', { name: 'Column of Type', exact: true }).selectOption('kind');
      // The texts of the column are listed, and none has a value before the editor chooses it.
      const meaning = (text: string) => form.getByRole('combobox', { name: `Value for “${text}”` });
      expect([await meaning('a').inputValue(), await meaning('b').inputValue()]).toEqual(['', '']);
      await meaning('a').selectOption('IGO_FORMAL');
      await form.getByRole('combobox', { name: 'Names of first' }).selectOption('name');
      await form.getByRole('button', { name: 'Use this mapping' }).click();
      await page.getByRole('heading', { level: 1, name: 'Leagues of Ionia' }).waitFor();
      await checkImport(page);
      // The mapping has no meaning for “b”.
      expect(await readCounts(page)).toMatchObject({
        Organizations: { Create: '1' },
        'Rows without a fact': { Error: '1' },
      });
      await page.getByRole('button', { name: 'Edit column mapping' }).click();
      await meaning('b').selectOption('IGO_FORMAL');
      await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('Leagues');
      await page.getByRole('button', { name: 'Save mapping' }).click();
      await page.getByRole('combobox', { name: 'Saved mapping' }).waitFor();
      expect(await accessibilityViolations()).toEqual([]);
      await form.getByRole('button', { name: 'Use this mapping' }).click();
      await checkImport(page);
      // The counts of the first check are shown until the second has ended.
      await waitForCount(page, 'Organizations', 'CREATE', '2');
    });
    await visit('/desk/imports/new', { as: api.people.EDITOR }, async ({ page }) => {
      await waitUntilReady(page);
      await uploadFiles(page, [{ ...table, name: 'leagues of another year.csv' }]);
      await page.getByRole('button', { name: 'Map the columns of your own table' }).click();
      await page.getByRole('combobox', { name: 'Saved mapping' }).selectOption({ label: 'Leagues' });
      await page.getByRole('button', { name: 'Use this mapping' }).click();
      await page.getByRole('heading', { level: 1, name: 'Leagues of Ionia' }).waitFor();
      await checkImport(page);
      expect(await readCounts(page)).toMatchObject({ Organizations: { Create: '2' } });
    });
  });
});

describe('the import screens', () => {
  const looks = (Object.keys(windowSizes) as (keyof typeof windowSizes)[]).flatMap((size) =>
    colorSchemes.map((scheme) => [size, scheme] as const),
  );
  test.each(looks)('are accessible and fit the window, %s and %s', async (size, scheme) => {
    const { api, origin, visit } = browsing;
    const as = api.people.EDITOR;
    const { data } = await as.ask('{ imports { nodes { id status } } }');
    const { imports } = data as unknown as { imports: { nodes: { id: string; status: string }[] } };
    const written = imports.nodes.find(({ status }) => status === 'WRITTEN')?.id;
    await visit(
      '/desk/imports',
      { as, size, scheme },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        for (const path of [
          '/desk/imports',
          '/desk/imports/new',
          `/desk/imports/${written}`,
          `/desk/imports/${written}?outcome=CREATE#rows`,
          `/desk/imports/${written}?outcome=ERROR#rows`,
        ]) {
          await page.goto(`${origin}${path}`);
          await waitUntilReady(page);
          expect([path, await accessibilityViolations(), await horizontalOverflow()]).toEqual([path, [], 0]);
        }
      },
    );
  });
});
