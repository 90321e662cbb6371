// Imports the published Multinational Military Exercises in the browser. The files are not part of this repository;
// they are in the folder CHANCERY_DATA.
import { text } from 'node:stream/consumers';
import { textOf } from '@chancery/importers';
import { publishedFile } from '@chancery/importers/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../../src/browser/support/browser.ts';
import { approveAndMerge } from '../../src/browser/support/desk-steps.ts';
import {
  checkImport,
  readCounts,
  submitChangeset,
  uploadFiles,
  writeImport,
} from '../../src/browser/support/import-steps.ts';

const names = ['mme_v7_exercises.csv', 'mme_v7_participants.csv'];

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser();
}, openBrowserTimeout);
afterAll(() => browsing.close());

test('imports the published files of thirty years of exercises', async () => {
  const { api, origin, visit } = browsing;
  const { EDITOR, ADMIN } = api.people;
  const minutes = 60_000;
  const changeset = await visit('/desk/imports/new', { as: EDITOR }, async ({ page }) => {
    const files = names.map(async (name) => ({ name, text: await text(textOf(publishedFile(name))) }));
    await uploadFiles(page, await Promise.all(files));
    const began = Date.now();
    await checkImport(page, 5 * minutes);
    const checked = Date.now();
    const counted = await readCounts(page);
    // Four of the 3,707 match the demo register by code; for them the import adds citations.
    expect(counted.Exercises).toEqual({ Create: '3,703', Cited: '4' });
    const path = await writeImport(page, 5 * minutes);
    console.info(`checked in ${checked - began} ms, written in ${Date.now() - checked} ms: ${JSON.stringify(counted)}`);
    await submitChangeset(page, 'Exercises of thirty years.', 5 * minutes);
    return path;
  });
  await visit('/desk', { as: ADMIN }, async ({ page }) => {
    page.setDefaultTimeout(5 * minutes);
    await approveAndMerge(page, origin, changeset);
  });
  const query = '{ exercises { totalCount } }';
  const [deskResponse, publicResponse] = [await EDITOR.ask(query), await api.ask(query)];
  const of = ({ data }: typeof deskResponse) =>
    (data as unknown as { exercises: { totalCount: number } }).exercises.totalCount;
  // The terms of the source do not allow republication, so the public endpoint leaves out its exercises.
  expect(of(deskResponse) - of(publicResponse)).toBe(3_703);
}, 900_000);
