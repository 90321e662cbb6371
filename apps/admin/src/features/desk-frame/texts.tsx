import type { ReactNode } from 'react';
import type { Role } from '../../generated/desk/graphql.ts';

const roles: Readonly<Record<Role, string>> = { CONTRIBUTOR: 'contributor', EDITOR: 'editor', ADMIN: 'admin' };

/** The texts of the frame around all pages of the desk. */
export const texts = {
  pageTitle: 'The desk',
  /** The title of every other page. Next replaces `%s` with the page's own title. */
  pageTitleTemplate: '%s · The desk · Chancery',
  skipToContent: 'Skip to content',
  notLoaded: 'The desk could not be loaded',
  tryAgain: 'Try again',
  signInToContinue: 'Sign in to continue',
  topBar: {
    name: (small: (words: string) => ReactNode) => <>Chancery {small('the desk')}</>,
    publicPages: 'Public pages',
    signOut: 'Sign out',
    person: (email: string, role: Role) => `${email}, ${roles[role]}`,
  },
  finder: {
    label: 'Find a record',
    placeholder: 'Find a record by name or code',
  },
  navigation: {
    menu: 'Menu',
    label: 'Desk',
    inbox: 'Inbox',
    changesets: 'Changesets',
    imports: 'Imports',
    account: 'Your account',
    records: 'Records',
    administration: 'Administration',
    people: 'People and settings',
    audit: 'Audit trail',
  },
} as const;
