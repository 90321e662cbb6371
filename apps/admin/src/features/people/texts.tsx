import type { ReactNode } from 'react';
import type { Role } from '../../generated/desk/graphql.ts';

/** The texts of the page with the people and the settings of the desk. */
export const texts = {
  heading: 'People and settings',
  notDone: 'The action failed',
  openAudit: 'Open the audit trail',
  roles: {
    CONTRIBUTOR: { label: 'Contributor', permissions: 'drafts and submits changesets' },
    EDITOR: { label: 'Editor', permissions: 'also reviews and merges changesets' },
    ADMIN: { label: 'Admin', permissions: 'also manages people and settings' },
  } satisfies Readonly<Record<Role, { readonly label: string; readonly permissions: string }>>,
  rolePermissions: (role: string, permissions: string) => `${role}: ${permissions}.`,
  people: {
    heading: 'People',
    caption: 'People at the desk',
    name: 'Name',
    you: ' (you)',
    suspended: ' ✕ suspended',
    email: 'E-mail',
    role: 'Role',
    roleOf: (name: string) => `Role of ${name}`,
    since: 'Added on',
    actions: 'Actions',
    suspend: 'Suspend',
    suspendLabel: (name: string) => `Suspend ${name}`,
    suspendQuestion: (name: string) =>
      `${name} is signed out everywhere and cannot sign in until reinstated. Suspend ${name}?`,
    reinstate: 'Reinstate',
    reinstateLabel: (name: string) => `Reinstate ${name}`,
    secondFactor: ' · second factor',
    resetLink: 'Create reset link',
    resetLinkLabel: (name: string) => `Create reset link for ${name}`,
    resetLinkQuestion: (name: string) =>
      `Anyone with the link can set the password of ${name}. Earlier links stop working; the current password works until the link is used. Create a link?`,
    ownPassword: 'Change your password',
    removeSecondFactor: 'Remove second factor',
    removeSecondFactorLabel: (name: string) => `Remove second factor of ${name}`,
    removeSecondFactorQuestion: (name: string) =>
      `${name} is signed out everywhere and then signs in with the password alone. Remove the second factor?`,
    auditLabel: (name: string) => `Audit trail of ${name}`,
    audit: 'Audit trail',
  },
  link: {
    heading: (name: string) => `Link for ${name}`,
    howToGive: (email: ReactNode, until: string) => (
      <>
        Give this person the link, with which they set their password, and the e-mail address for signing in, {email}.
        The link works once, until {until}. It is not shown again.
      </>
    ),
    sent: (email: ReactNode, until: string) => (
      <>
        The link with which this person sets their password was sent to {email}. It works once, until {until}.
      </>
    ),
    hide: 'Hide',
  },
  signIn: {
    heading: 'Sign-in',
    secondFactor: 'Require a second factor of admins',
    secondFactorHint:
      'Admins without a second factor can do what editors can do, until they turn it on for their account.',
  },
  add: {
    heading: 'Add a person',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    submit: 'Add person',
  },
  review: {
    heading: 'Review',
    solo: 'Let people approve their own changesets',
    soloHint:
      'For a desk with one editor. When this is off, an editor other than the author must approve each changeset.',
  },
  terms: {
    heading: 'Terms of the sources',
    republish: 'Publish facts whose sources do not allow republication',
    republishHint:
      'Unless this is on, such facts are visible at the desk only. Switch it on only if the owner of this register has permission to publish them.',
    unknownUser: 'an unknown user',
    switchedOn: (person: ReactNode, day: string) => (
      <>
        Switched on by {person} on {day}.
      </>
    ),
    switchedOff: (person: ReactNode, day: string) => (
      <>
        Switched off by {person} on {day}.
      </>
    ),
  },
} as const;
