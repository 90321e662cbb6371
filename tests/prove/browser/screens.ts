import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factTypeNames, typeNames, typeOf } from '@chancery/codebook';
import { repositoryRoot } from '../../src/browser/support/admin-build.ts';
import type { BrowserSetup, VisitOptions } from '../../src/browser/support/browser.ts';
import { uploadFiles } from '../../src/browser/support/import-steps.ts';
import type { SignedInUser } from '../../src/support/api.ts';
import { createWaived, update } from '../../src/support/operations.ts';

/** The addresses at which the screen of a page can be seen, and who is signed in. */
export interface Screen {
  readonly paths: readonly string[];
  /** By default nobody. */
  readonly as?: SignedInUser;
  /** The HTTP status of these addresses; by default 200. */
  readonly status?: number;
  readonly expected?: VisitOptions['expected'];
}

/** The types whose lists the desk shows: links and citations are edited with their records. */
const recordTypes = typeNames.filter((type) => typeOf(type).category === 'record');

const collection = (type: (typeof typeNames)[number]) => `/${typeOf(type).plural.replaceAll(' ', '-')}`;

/** Returns the routes of all pages of the admin, such as `/(register)/search`, from the folders of its source. */
export function pageRoutes(): string[] {
  const folder = join(repositoryRoot, 'apps/admin/src/app');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .sort();
}

/** Fills the desk of a demo register, and returns the screens of every route of the admin. */
export async function prepareScreens(browsing: BrowserSetup): Promise<Record<string, Screen>> {
  const { api } = browsing;
  const { EDITOR, ADMIN } = api.people;
  const facts = await oneOfEachType(browsing);
  const exercise = facts.find((path) => path.startsWith('/exercises/')) ?? '';
  const changesets = await changesetsInEachState(EDITOR, exercise.split('/').at(-1) ?? '');
  const imported = await browsing.visit('/desk/imports/new', { as: EDITOR }, ({ page }) =>
    uploadFiles(page, [{ name: 'leagues.csv', text: 'League,Abbr\nHanseatic League,HANSA\n' }]),
  );
  const changeset = (id: string) => `/desk/changesets/${id}`;
  const missing = { status: 404, expected: [/404/] };
  return {
    '/(register)': { paths: ['/'] },
    '/(register)/[...path]': { paths: ['/no-such-page'], ...missing },
    '/(register)/[collection]': { paths: [...typeNames.map(collection), '/states?name=zzzzz'] },
    '/(register)/[collection]/[id]': { paths: facts },
    '/(register)/codebook': { paths: ['/codebook'] },
    '/(register)/dyad': { paths: ['/dyad'] },
    '/(register)/dyad/[a]/[b]': { paths: ['/dyad/RUS/IRN', '/dyad/BRA/ZAF'] },
    '/(register)/exercises/calendar': { paths: ['/exercises/calendar'] },
    '/(register)/facts/[id]': { paths: [`/facts/${exercise.split('/').at(-1)}`] },
    '/(register)/revisions': { paths: ['/revisions'] },
    '/(register)/revisions/[number]': { paths: ['/revisions/2'] },
    '/(register)/search': { paths: ['/search', '/search?q=iran', '/search?q=zzzzz'] },
    '/desk/(home)': { paths: ['/desk'], as: EDITOR },
    '/desk/[collection]': { paths: recordTypes.map((type) => `/desk${collection(type)}`), as: EDITOR },
    '/desk/[collection]/[id]': { paths: [`/desk${exercise}`], as: EDITOR },
    '/desk/[collection]/[id]/history': { paths: [`/desk${exercise}/history`], as: EDITOR },
    '/desk/[collection]/new': { paths: factTypeNames.map((type) => `/desk${collection(type)}/new`), as: EDITOR },
    '/desk/account': { paths: ['/desk/account'], as: ADMIN },
    '/desk/audit': { paths: ['/desk/audit'], as: ADMIN },
    '/desk/changesets': { paths: ['/desk/changesets'], as: EDITOR },
    '/desk/changesets/[id]': {
      paths: [changesets.draft, changesets.submitted, changesets.merged].map(changeset),
      as: EDITOR,
    },
    '/desk/changesets/[id]/conflicts': { paths: [`${changeset(changesets.conflict)}/conflicts`], as: EDITOR },
    '/desk/changesets/[id]/review': { paths: [`${changeset(changesets.submitted)}/review`], as: ADMIN },
    '/desk/imports': { paths: ['/desk/imports'], as: EDITOR },
    '/desk/imports/[id]': { paths: [imported], as: EDITOR },
    '/desk/imports/new': { paths: ['/desk/imports/new'], as: EDITOR },
    '/desk/sign-in': { paths: ['/desk/sign-in'] },
    '/desk/staff': { paths: ['/desk/staff'], as: ADMIN },
    '/set-password': { paths: ['/set-password', `/set-password?token=${randomUUID()}`] },
    '/set-up': { paths: ['/set-up'] },
  };
}

/** Returns the path of the page of one fact of each type that the register has. */
async function oneOfEachType({ api }: BrowserSetup): Promise<string[]> {
  const paths: string[] = [];
  for (const type of factTypeNames) {
    const { data } = await api.ask(`{ facts: ${typeOf(type).many}(first: 1) { nodes { id } } }`);
    const { nodes }: { nodes: readonly { id: string }[] } = data.facts ?? { nodes: [] };
    for (const { id } of nodes) paths.push(`${collection(type)}/${id}`);
  }
  return paths;
}

/** Leaves one changeset in each state behind, and returns their ids. */
async function changesetsInEachState(
  author: SignedInUser,
  exercise: string,
): Promise<Record<'draft' | 'submitted' | 'merged' | 'conflict', string>> {
  const submit = async (name: string) => {
    const draft = await author.drafts([createWaived('Exercise', { name, status: 'HELD' })], `Record ${name}`);
    const outcome = await author.submits(draft);
    if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
    return outcome.changeset.id;
  };
  const draft = await author.drafts([createWaived('Exercise', { name: 'Only drafted', status: 'HELD' })], 'A draft');
  const { data } = await author.ask('{ changesets(first: 50) { nodes { id status } } }');
  const { changesets } = data as unknown as { changesets: { nodes: { id: string; status: string }[] } };
  const merged = changesets.nodes.find(({ status }) => status === 'MERGED')?.id ?? '';
  // The name that this draft assumes is not that of the register.
  const conflict = await author.drafts(
    [update(exercise, { name: 'A name of before' }, { name: 'A name of now' })],
    'An outdated draft',
  );
  return { draft: draft.id, submitted: await submit('Waits for review'), merged, conflict: conflict.id };
}
