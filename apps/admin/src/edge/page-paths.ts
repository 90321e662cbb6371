import { typeOfCollection } from '../addresses/collections.ts';

/**
 * The paths of all pages, as the folders of `app` name them, without the page for all other paths. A part in brackets
 * stands for any text, `[collection]` for that of a type.
 */
export const pagePatterns: readonly string[] = [
  '/',
  '/[collection]',
  '/[collection]/[id]',
  '/codebook',
  '/desk',
  '/desk/[collection]',
  '/desk/[collection]/[id]',
  '/desk/[collection]/[id]/history',
  '/desk/[collection]/new',
  '/desk/account',
  '/desk/audit',
  '/desk/changesets',
  '/desk/changesets/[id]',
  '/desk/changesets/[id]/conflicts',
  '/desk/changesets/[id]/review',
  '/desk/imports',
  '/desk/imports/[id]',
  '/desk/imports/new',
  '/desk/sign-in',
  '/desk/staff',
  '/dyad',
  '/dyad/[a]/[b]',
  '/exercises/calendar',
  '/facts/[id]',
  '/revisions',
  '/revisions/[number]',
  '/search',
  '/set-password',
  '/set-up',
];

/** Whether a path is that of a page. What the page is about need not exist. */
export function isPagePath(path: string): boolean {
  const parts = path.split('/');
  return pagePatterns.some((pattern) => {
    const expected = pattern.split('/');
    return expected.length === parts.length && expected.every((part, at) => isMatch(part, parts[at] ?? ''));
  });
}

function isMatch(part: string, text: string): boolean {
  if (part === '[collection]') return typeOfCollection(text) !== undefined;
  return part.startsWith('[') ? text !== '' : part === text;
}
