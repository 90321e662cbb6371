// Changesets that are too large to check within a request are only counted, and checked in the background on
// submission.
import { type Changeset, findChangeset } from '@chancery/ledger';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, openApi } from '../support/api.ts';
import { submitAndWait, waitForJob } from '../support/api-process.ts';
import { create, createWaived } from '../support/operations.ts';

const more = 5_100;

let api: Api;
beforeAll(async () => {
  api = await openApi();
}, 60_000);
afterAll(() => api?.close());

const submission = `mutation ($id: ID!, $version: Int!) { submitChangeset(changeset: $id, version: $version, title: "Many", reason: "All at once.") {
  __typename ... on Submitting { job { id kind version } changeset { title status } } ... on Refused { problems { code } } } }`;

async function draftOf(operations: ReturnType<typeof create>[]): Promise<Changeset> {
  const ana = api.people.EDITOR;
  let draft = await ana.drafts([]);
  for (let from = 0; from < operations.length; from += 1_000) {
    const appended = await ana.appends(draft, operations.slice(from, from + 1_000));
    if (appended.outcome !== 'appended') throw new Error(`appending operations returned ${appended.outcome}`);
    draft = appended.changeset;
  }
  return draft;
}

const events = () =>
  Array.from({ length: more }, (_, at) => createWaived('Event', { title: `Event ${at}`, category: 'CONSULT' }));

it('a large draft is counted but not checked; on submission it is checked and sealed in the background', async () => {
  const { ask } = api.people.EDITOR;
  const draft = await draftOf(events());
  const report = await ask('query ($id: ID!) { checkChangeset(id: $id) { isChecked count errors } }', { id: draft.id });
  expect(report.data).toEqual({ checkChangeset: { isChecked: false, count: more, errors: 0 } });

  const { data } = await ask(submission, { id: draft.id, version: draft.version });
  const { submitChangeset } = data as unknown as { submitChangeset: { job: { id: string } } };
  expect(submitChangeset).toEqual({
    __typename: 'Submitting',
    job: { id: expect.any(String), kind: 'SUBMIT', version: draft.version },
    changeset: { title: 'Many', status: 'DRAFT' },
  });
  expect(await waitForJob({ ask }, submitChangeset.job.id)).toEqual({ outcome: 'submitted' });
  expect(await findChangeset(api.desk.desk, draft.id)).toMatchObject({
    status: 'SUBMITTED',
    sealedVersion: draft.version,
  });
  const submitted = await ask(
    'query ($id: ID!) { checkChangeset(id: $id) { isChecked count } changeset(id: $id) { job { kind status } } }',
    { id: draft.id },
  );
  expect(submitted.data).toEqual({
    checkChangeset: { isChecked: true, count: more },
    changeset: { job: { kind: 'SUBMIT', status: 'DONE' } },
  });
  // A repeated request finds that the changeset is already submitted.
  expect(await submitAndWait({ ask }, draft.id, draft.version)).toBe('submitted');
});

it('a changeset with errors stays a draft, and its job lists the errors', async () => {
  const { ask } = api.people.EDITOR;
  const draft = await draftOf([...events(), create('Event', { title: 'Unsourced', category: 'CONSULT' })]);
  const { data } = await ask(submission, { id: draft.id, version: draft.version });
  const { submitChangeset } = data as unknown as { submitChangeset: { job: { id: string } } };
  expect(await waitForJob({ ask }, submitChangeset.job.id)).toMatchObject({
    outcome: 'refused',
    problems: [{ code: 'needs-citation', label: 'Unsourced' }],
    conflicts: 0,
  });
  expect(await findChangeset(api.desk.desk, draft.id)).toMatchObject({ status: 'DRAFT', sealedVersion: null });
});

it('a changeset that has changed since the given version is not submitted', async () => {
  const { ask, appends } = api.people.EDITOR;
  const draft = await draftOf(events());
  await appends(draft, [createWaived('Event', { title: 'One more', category: 'CONSULT' })]);
  const { data } = await ask(submission, { id: draft.id, version: draft.version });
  expect(data).toEqual({ submitChangeset: { __typename: 'StaleChangeset' } });
});
