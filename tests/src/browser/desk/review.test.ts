import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { SignedInUser } from '../../support/api.ts';
import { publish } from '../../support/desk.ts';
import { cite, create, createSource, createWaived, retire, update } from '../../support/operations.ts';
import { type BrowserSetup, openBrowser, openBrowserTimeout } from '../support/browser.ts';
import { merge } from '../support/desk-steps.ts';
import { waitUntilReady } from './ready.ts';

let browsing: BrowserSetup;
beforeAll(async () => {
  browsing = await openBrowser({ register: 'empty' });
}, openBrowserTimeout);
afterAll(() => browsing.close());

const ana = (): SignedInUser => browsing.api.people.EDITOR;
const dana = (): SignedInUser => browsing.api.people.ADMIN;
const cyrus = (): SignedInUser => browsing.api.people.CONTRIBUTOR;

const reviewOf = ({ id }: { readonly id: string }) => `/desk/changesets/${id}/review`;
const field = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** Drafts and submits a changeset as Ana; returns the submitted changeset. */
async function submittedChangeset(operations: Parameters<SignedInUser['drafts']>[0], title: string) {
  const draft = await ana().drafts(operations, title);
  const outcome = await ana().submits(draft);
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('button', { name: /^Approve version \d+$/ }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
}

describe('a reviewer', () => {
  test('sees each field compared with the register, with its evidence, and labels instead of ids', async () => {
    const source = createSource({ name: 'Gazette of the sea' });
    const exercise = createWaived('Exercise', {
      name: 'Sea Shield',
      status: 'ANNOUNCED',
      start: { edtf: '2019-07' },
      summary: 'Three navies sailed in July.',
    });
    const place = createWaived('Place', { name: 'The strait', placeType: 'STRAIT' });
    await publish([ana(), dana()], [source, exercise, place]);
    const changeset = await submittedChangeset(
      [
        update(
          exercise.fact,
          { start: { edtf: '2019-07' }, place: null, summary: 'Three navies sailed in July.' },
          { start: { edtf: '2019-08' }, place: place.fact, summary: 'Four navies sailed in August.' },
        ),
        cite(exercise.fact, source.fact, {
          field: 'start',
          paragraph: '5',
          line: '11',
          excerpt: 'They sailed in August.',
          excerptLanguage: 'en',
          modality: 'REPORTED',
          hedge: 'reportedly',
        }),
      ],
      'The exercise was in August',
    );
    await browsing.visit(
      reviewOf(changeset),
      { as: dana() },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        await waitUntilReady(page);
        const start = field(page, 'Start');
        expect(await start.locator('del').innerText()).toBe('July 2019');
        expect(await start.locator('ins').innerText()).toBe('August 2019');
        expect(await start.innerText()).toMatch(/Gazette of the sea, paragraph 5, line 11\s+supports/);
        expect(await start.innerText()).toContain('They sailed in August.');
        expect(await start.innerText()).toContain('reportedly');
        expect(await start.getByRole('img', { name: /^Grade B2:/ }).count()).toBe(1);
        expect(await field(page, 'Place').locator('ins').innerText()).toBe('The strait');
        const summary = field(page, 'Summary');
        expect(await texts(summary.locator('del'))).toEqual(['[removed: Three]', '[removed: July]']);
        expect(await texts(summary.locator('ins'))).toEqual(['[added: Four]', '[added: August]']);
        expect(await page.locator('main').innerText()).not.toMatch(/(ex|pl|src)_[0-9a-z]{26}/);
        await page.getByRole('checkbox', { name: 'Viewed' }).check();
        await page.getByText('1 of 1 viewed').waitFor();
        expect(await accessibilityViolations()).toEqual([]);
        expect(await horizontalOverflow()).toBe(0);
      },
    );
  });

  test('requests changes with a reason, the author resubmits, and the approval covers the new version', async () => {
    const exercise = createWaived('Exercise', { name: 'Caspian Watch', status: 'HELD' });
    const changeset = await submittedChangeset([exercise], 'An exercise on the Caspian');
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByRole('heading', { name: /An exercise on the Caspian/ }).waitFor();
      await page.keyboard.press('r');
      await page.getByRole('button', { name: 'Return version 1' }).click();
      await page.getByText('Say what has to change.', { exact: true }).waitFor();
      await page.getByLabel('What has to change').fill('The name is misspelt.');
      await page.getByRole('button', { name: 'Return version 1' }).click();
      await page.getByText('Changes requested').first().waitFor();
    });
    await browsing.visit('/desk', { as: ana() }, async ({ page }) => {
      await waitUntilReady(page);
      await page
        .getByRole('list', { name: 'Returned to you' })
        .getByRole('link', { name: /An exercise on the Caspian/ })
        .click();
      await page.getByText('The name is misspelt.').waitFor();
    });
    const returned = await browsing.api.desk.desk.query<{ version: number }>(
      'SELECT version FROM desk.changeset WHERE id = $1',
      [changeset.id],
    );
    const version = returned.rows[0]?.version ?? 0;
    await ana().appends({ ...changeset, version }, [
      update(exercise.fact, { name: 'Caspian Watch' }, { name: 'Caspian Guard' }),
    ]);
    await browsing.visit(`/desk/changesets/${changeset.id}`, { as: ana() }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByLabel('Reason').fill('The name is mended.');
      await page.getByRole('button', { name: 'Submit for review' }).click();
      await page.waitForURL(/\/review$/);
      await page.getByText('In review').first().waitFor();
    });
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      expect(await field(page, 'Name').locator('ins').innerText()).toBe('Caspian Guard');
      await page.getByRole('button', { name: 'Approve', exact: true }).click();
      await page.getByRole('button', { name: 'Approve version 2' }).click();
      await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
    });
  });

  test('comments on a field, and the author sees the comment there', async () => {
    const changeset = await submittedChangeset(
      [createWaived('Exercise', { name: 'Desert Dawn', status: 'HELD' })],
      'A dawn',
    );
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByRole('button', { name: 'Comment on Status of Desert Dawn' }).click();
      await page
        .getByLabel('Comment on Status of Desert Dawn', { exact: true })
        .last()
        .fill('Who says that it was held?');
      await page.getByRole('button', { name: 'Add comment' }).click();
      await field(page, 'Status').getByText('Who says that it was held?').waitFor();
    });
    await browsing.visit(reviewOf(changeset), { as: ana() }, async ({ page }) => {
      await waitUntilReady(page);
      await field(page, 'Status').getByText('Who says that it was held?').waitFor();
    });
  });

  test('merges an approved changeset, and reverts the revision with another changeset', async () => {
    const exercise = createWaived('Exercise', { name: 'Northern Lights', status: 'HELD' });
    const changeset = await submittedChangeset([exercise], 'Northern lights');
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await approve(page);
      await merge(page);
      await page.reload();
      await page
        .getByText(/^Merged as revision \d+\.$/)
        .first()
        .waitFor();
      expect(await page.getByRole('link', { name: 'Northern Lights' }).first().getAttribute('href')).toBe(
        `/exercises/${exercise.fact}`,
      );
    });
    const { data } = await browsing.api.ask(`{ exercise(id: "${exercise.fact}") { name } }`);
    expect(data).toEqual({ exercise: { name: 'Northern Lights' } });
    await browsing.visit(
      `/desk/exercises/${exercise.fact}/history`,
      { as: dana() },
      async ({ page, accessibilityViolations }) => {
        await waitUntilReady(page);
        const step = page.getByRole('listitem', { name: /^Revision \d+$/ }).first();
        expect(await step.innerText()).toContain('written by Ana, merged by you');
        expect(await step.innerText()).toContain('Northern Lights');
        expect(await accessibilityViolations()).toEqual([]);
        await step.getByRole('button', { name: /^Revert revision \d+…$/ }).click();
        await step.getByLabel(/^Reason for reverting/).fill('It was never held.');
        await step.getByRole('button', { name: 'Open changeset' }).click();
        await page.getByRole('heading', { name: /Revert of revision \d+: Northern lights/ }).waitFor();
        expect(await page.getByText(/Reverts revision \d+/).count()).toBe(1);
        await page.getByRole('button', { name: 'Submit for review' }).click();
        await page.waitForURL(/\/review$/);
        const url = new URL(page.url()).pathname;
        await browsing.visit(url, { as: ana() }, async ({ page: anas }) => {
          await waitUntilReady(anas);
          expect(
            await anas
              .getByText(/1 retired|exercise, retired/)
              .first()
              .isVisible(),
          ).toBe(true);
          await approve(anas);
          await merge(anas);
        });
      },
    );
    const gone = await browsing.api.ask(`{ exercise(id: "${exercise.fact}") { name } }`);
    expect(gone.data).toEqual({ exercise: null });
  });

  test('sees why a fact is retired and where its address will redirect', async () => {
    const kept = createWaived('Exercise', { name: 'Peace Road', status: 'HELD' });
    const twice = createWaived('Exercise', { name: 'Peace Road (again)', status: 'HELD' });
    await publish([ana(), dana()], [kept, twice]);
    const changeset = await submittedChangeset(
      [retire(twice.fact, 'It is recorded twice.', kept.fact)],
      'One exercise, not two',
    );
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      const section = page.getByRole('region', { name: 'Peace Road (again)' });
      expect(await section.innerText()).toMatch(/It is recorded twice\.\s+Its address will redirect to Peace Road\./);
      expect(await field(page, 'Name').locator('del').innerText()).toBe('Peace Road (again)');
      await approve(page);
      await merge(page);
    });
  });
});

describe('an author', () => {
  test('cannot approve their own work: the button is disabled, and a forged request is refused', async () => {
    const changeset = await submittedChangeset(
      [createWaived('Exercise', { name: 'Own Goal', status: 'HELD' })],
      'My own',
    );
    await browsing.visit(reviewOf(changeset), { as: ana() }, async ({ page }) => {
      await waitUntilReady(page);
      expect(await page.getByRole('button', { name: 'Approve', exact: true }).isDisabled()).toBe(true);
      await page.getByText('You are the author. Another editor must approve this changeset.').first().waitFor();
      const forged = await forge(page, approval(changeset.id));
      expect(forged).toMatchObject({ data: { reviewChangeset: { __typename: 'OwnWork' } } });
    });
  });

  test('sees every problem that prevents a submission, with a link to its field, and discards one change', async () => {
    const good = createWaived('Exercise', { name: 'Well founded', status: 'HELD' });
    const bad = create('Exercise', { name: 'Unfounded', status: 'HELD' });
    const draft = await ana().drafts([good, bad], 'Half founded');
    await browsing.visit(`/desk/changesets/${draft.id}`, { as: ana() }, async ({ page, accessibilityViolations }) => {
      await waitUntilReady(page);
      await page.getByText(/^Cannot be submitted yet: 1 error/).waitFor();
      expect(await page.getByRole('button', { name: 'Submit for review' }).isDisabled()).toBe(true);
      const problem = page.getByRole('region', { name: /^Problems/ }).getByRole('link');
      expect(await problem.getAttribute('href')).toBe(`/desk/exercises/${bad.fact}#field-status`);
      expect(await page.getByRole('row', { name: /Unfounded Status/ }).innerText()).toContain('missing');
      expect(await accessibilityViolations()).toEqual([]);
      await page.getByRole('button', { name: 'Discard changes to Unfounded' }).click();
      await page.getByText(/^Version 2 will go to the reviewers/).waitFor();
      await page.getByRole('button', { name: 'Discard all…' }).click();
      await page.getByRole('button', { name: 'Discard all', exact: true }).click();
      await page.getByText('No changes', { exact: true }).waitFor();
      await page.getByText('Cannot be submitted yet: no changes.').waitFor();
    });
  });

  test('resolves the conflicts of a failed merge: the register’s value for one field, another value for the other', async () => {
    const exercise = createWaived('Exercise', { name: 'Two Minds', status: 'HELD', location: 'At sea' });
    await publish([ana(), dana()], [exercise]);
    const changeset = await submittedChangeset(
      [update(exercise.fact, { name: 'Two Minds', location: 'At sea' }, { name: 'Mind of Ana', location: 'Ashore' })],
      'What Ana has in mind',
    );
    await publish(
      [dana(), ana()],
      [update(exercise.fact, { name: 'Two Minds', location: 'At sea' }, { name: 'Mind of Dana', location: 'In port' })],
    );
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await approve(page);
      await page.getByRole('button', { name: 'Merge', exact: true }).click();
      await page.getByRole('button', { name: /^Merge version \d+$/ }).click();
      await page.getByText('Not merged: the same fields have changed in the register').waitFor();
    });
    await browsing.visit(
      `/desk/changesets/${changeset.id}`,
      { as: ana() },
      async ({ page, accessibilityViolations }) => {
        await waitUntilReady(page);
        await page.getByRole('link', { name: 'Resolve the conflicts' }).click();
        await page.getByRole('heading', { name: 'Conflict 1 of 2' }).waitFor();
        expect(await page.getByRole('region', { name: 'Value in the register now' }).innerText()).toMatch(
          /Mind of Dana[\s\S]*Changed by Dana on[\s\S]*revision \d+/,
        );
        const save = page.getByRole('button', { name: 'Save choices' });
        expect(await save.isDisabled()).toBe(true);
        await page.getByRole('button', { name: 'Use the register’s value' }).click();
        await page.getByRole('heading', { name: 'Conflict 2 of 2' }).waitFor();
        expect(await save.isDisabled()).toBe(true);
        expect(await accessibilityViolations()).toEqual([]);
        await page.getByRole('button', { name: 'Enter another value' }).click();
        await page.getByLabel('Location as printed').fill('In port and ashore');
        await page.getByRole('button', { name: 'Use this value' }).click();
        await page.getByText('All conflicts are resolved. Save to keep your choices.').waitFor();
        await save.click();
        await page.getByRole('button', { name: 'Submit for review' }).click();
        await page.waitForURL(/\/review$/);
      },
    );
    await browsing.visit(reviewOf(changeset), { as: dana() }, async ({ page }) => {
      await waitUntilReady(page);
      await approve(page);
      await merge(page);
    });
    const { data } = await browsing.api.ask(`{ exercise(id: "${exercise.fact}") { name location } }`);
    expect(data).toEqual({ exercise: { name: 'Mind of Dana', location: 'In port and ashore' } });
  });
});

describe('a contributor', () => {
  test('can comment but not review or merge, and forged requests are refused', async () => {
    const changeset = await submittedChangeset(
      [createWaived('Exercise', { name: 'Look only', status: 'HELD' })],
      'Look only',
    );
    await browsing.visit(reviewOf(changeset), { as: cyrus(), expected: [/status of 403/] }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByText('Editors review and merge. As a contributor you can comment.').waitFor();
      for (const name of ['Approve', 'Request changes', 'Merge'])
        expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
      for (const call of [
        approval(changeset.id),
        `mutation { mergeChangeset(changeset: "${changeset.id}", version: 1) { __typename } }`,
      ])
        expect(await forge(page, call)).toMatchObject({
          errors: [
            { message: 'Only editors and admins may do this. Ask one of them.', extensions: { code: 'FORBIDDEN' } },
          ],
        });
    });
    await browsing.visit('/desk/staff', { as: cyrus() }, async ({ page }) => {
      await waitUntilReady(page);
      await page.getByText('Only admins may do this.').waitFor();
      expect(await page.getByRole('link', { name: 'People and settings' }).count()).toBe(0);
    });
  });
});

async function texts(locator: Locator): Promise<string[]> {
  return (await locator.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').replace(' ]', ']').trim());
}

function approval(changeset: string): string {
  return `mutation { reviewChangeset(id: "rev_00000000000000000000000001", changeset: "${changeset}", version: 1, verdict: APPROVE) { __typename } }`;
}

/** Sends a request to the desk from the page, but without its buttons; returns the body of the response. */
function forge(page: Page, query: string): Promise<unknown> {
  return page.evaluate(async (body) => {
    const response = await fetch('/desk/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return response.json();
  }, JSON.stringify({ query }));
}

describe('a reviewer of a large changeset', () => {
  test('sees groups first, marks one as seen, and pages through all facts of another', async () => {
    const states = Array.from({ length: 390 }, (_, at) => createWaived('State', { name: `Isle ${at + 1}` }));
    const organizations = Array.from({ length: 12 }, (_, at) =>
      createWaived('Organization', { name: `League ${at + 1}`, organizationType: 'IGO_FORMAL' }),
    );
    const changeset = await submittedChangeset([...states, ...organizations], 'Many isles');
    await browsing.visit(
      reviewOf(changeset),
      { as: dana() },
      async ({ page, accessibilityViolations, horizontalOverflow }) => {
        await waitUntilReady(page);
        await page.getByText('390 new states', { exact: true }).first().waitFor();
        expect(await page.getByRole('heading', { level: 3 }).count()).toBe(0);
        expect(await accessibilityViolations()).toEqual([]);
        expect(await horizontalOverflow()).toBe(0);
        await page.getByRole('link', { name: '12 new organizations' }).click();
        await page.getByRole('heading', { name: 'League 12', exact: true }).waitFor();
        await waitUntilReady(page);
        await page.getByRole('button', { name: 'Mark as seen', exact: true }).click();
        await page.getByText('Seen by you').waitFor();
        await page.getByRole('link', { name: 'All groups' }).click();
        await page.getByRole('link', { name: '390 new states' }).click();
        await page.getByRole('heading', { name: /^Isle/ }).first().waitFor();
        const seen = new Set<string>();
        for (;;) {
          for (const title of await page.getByRole('heading', { name: /^Isle/ }).allTextContents()) seen.add(title);
          const next = page.getByRole('link', { name: 'Next records' });
          if ((await next.count()) === 0) break;
          await page.goto(new URL((await next.getAttribute('href')) ?? '', page.url()).href);
        }
        expect(seen.size).toBe(390);
      },
    );
  });
});
