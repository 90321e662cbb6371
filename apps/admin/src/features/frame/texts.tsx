import type { ReactNode } from 'react';
import { capitalize } from '../../ui/capitalize.ts';
import { dayWords } from '../../ui/moment.ts';

/** The texts of the frame around every public page: header, footer, citation, and revision and day. */
export const texts = {
  skip: 'Skip to main content',
  masthead: {
    navigation: 'Main',
    dyads: 'Dyads',
    menu: 'Menu',
    search: 'Search the register',
    searchExample: 'Search names and codes',
  },
  footer: { codebook: 'Codebook', revisions: 'Revisions', api: 'GraphQL API', desk: 'Desk (for editors)' },
  cite: {
    summary: (revision: number) => `Cite this page (revision ${revision})`,
    /** The citation as text. `at` is the moment of the revision, `day` the day on which the page reads spells. */
    text: (title: string, id: string | undefined, revision: number, at: string, day: string | undefined, url: string) =>
      `“${title}”${id ? ` (${id})` : ''}. Chancery, ${revisionOf(revision, at, day)}. ${url}`,
    note: (id: string | undefined, revision: number, at: string, day: string | undefined) =>
      `${capitalize(revisionOf(revision, at, day))}${id ? `, ${id}` : ''}`,
  },
  strip: {
    name: 'Revision and day',
    latest: (revision: ReactNode, at: string | undefined) => (
      <>
        Latest revision: {revision}
        {dated(at)}
      </>
    ),
    past: (number: number, at: string | undefined) => (
      <>
        You are viewing the register at <strong>revision {number}</strong>
        {dated(at)}.
      </>
    ),
    aboutRevision: (number: number, at: string | undefined) => (
      <>
        This page shows the changes of <strong>revision {number}</strong>
        {dated(at)}.
      </>
    ),
    goToLatest: 'Go to the latest revision',
    day: (on: string, note: string) => (
      <>
        Day: <strong>{dayWords(on)}</strong> ({note}).
      </>
    ),
    noDayNote: 'this page does not say what holds on this day',
    showLatest: 'Show the latest revision as of today',
    change: 'Change revision or day',
    choose: 'View another revision or day',
    revision: 'Revision',
    latestRevision: 'latest',
    dayOfPage: 'Day',
    show: 'Show',
    allRevisions: 'All revisions',
  },
} as const;

function revisionOf(revision: number, at: string, day: string | undefined): string {
  return `revision ${revision} of ${dayWords(at)}${day ? `, as of ${dayWords(day)}` : ''}`;
}

function dated(at: string | undefined): string {
  return at ? `, ${dayWords(at)}` : '';
}
