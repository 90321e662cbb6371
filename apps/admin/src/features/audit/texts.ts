import type { AuditKind, AuditObjectType, AuditReason, Role } from '../../generated/desk/graphql.ts';
import { pluralize } from '../../ui/counts.ts';

/** The values of an entry that its sentence uses. Unknown and missing values are empty texts and zeros. */
export interface SentenceValues {
  /** The name of the object. */
  readonly object: string;
  readonly textBefore: (name: string) => string;
  readonly textAfter: (name: string) => string;
  readonly countBefore: (name: string) => number;
  readonly countAfter: (name: string) => number;
  readonly reason: AuditReason | null;
}

const roles: Readonly<Record<Role, string>> = { CONTRIBUTOR: 'contributor', EDITOR: 'editor', ADMIN: 'admin' };
const roleWords = (role: string) => (roles as Readonly<Record<string, string>>)[role] ?? role;
/** The end of a sentence about a change that ends sessions. */
const ending = (count: number, noun: 'session' | 'other session') =>
  count > 0 ? `, which ended ${pluralize(count, noun)}` : '';
const switched = (value: string) => (value === 'true' ? 'on' : 'off');
const source = (name: string) => (name === '' ? 'no source' : `the source ${name}`);

const reasons: Readonly<Record<AuditReason, string>> = {
  UNKNOWN_ACCOUNT: 'there is no such account',
  WRONG_PASSWORD: 'the password was wrong',
  WRONG_CODE: 'the code was wrong or was given before',
  SUSPENDED: 'the account is suspended',
};

/** For each kind of entry, its name in the filter, and a sentence whose subject is the person who acted. */
const kinds: Readonly<
  Record<AuditKind, { readonly label: string; readonly sentence: (values: SentenceValues) => string }>
> = {
  PERSON_ADDED: {
    label: 'Person added',
    sentence: ({ object, textAfter }) => `Added ${object} (${textAfter('email')}) as ${roleWords(textAfter('role'))}.`,
  },
  ROLE_CHANGED: {
    label: 'Role changed',
    sentence: ({ object, textBefore, textAfter }) =>
      `Changed the role of ${object} from ${roleWords(textBefore('role'))} to ${roleWords(textAfter('role'))}.`,
  },
  PERSON_SUSPENDED: {
    label: 'Person suspended',
    sentence: ({ object, countBefore }) => `Suspended ${object}${ending(countBefore('sessions'), 'session')}.`,
  },
  PERSON_REINSTATED: { label: 'Person reinstated', sentence: ({ object }) => `Ended the suspension of ${object}.` },
  RESET_LINK_CREATED: {
    label: 'Reset link created',
    sentence: ({ object }) => `Created a link with which ${object} can set a new password.`,
  },
  PASSWORD_SET: {
    label: 'Password set with a link',
    sentence: ({ textAfter, countAfter }) => {
      const link = textAfter('purpose') === 'INVITATION' ? 'an invitation' : 'a reset link';
      return `Set their password with ${link}${ending(countAfter('endedSessions'), 'session')}.`;
    },
  },
  PASSWORD_CHANGED: {
    label: 'Own password changed',
    sentence: ({ countAfter }) => `Changed their own password${ending(countAfter('endedSessions'), 'other session')}.`,
  },
  PASSWORD_CHANGE_FAILED: {
    label: 'Password change failed',
    sentence: () => 'Could not change their own password: the current password was wrong.',
  },
  SECOND_FACTOR_ON: {
    label: 'Second factor turned on',
    sentence: ({ countAfter }) =>
      `Turned on their second factor${ending(countAfter('endedSessions'), 'other session')}.`,
  },
  SECOND_FACTOR_OFF: {
    label: 'Second factor turned off',
    sentence: ({ countAfter }) =>
      `Turned off their second factor${ending(countAfter('endedSessions'), 'other session')}.`,
  },
  SECOND_FACTOR_RESET: {
    label: 'Second factor removed',
    sentence: ({ object, countBefore }) =>
      `Removed the second factor of ${object}${ending(countBefore('sessions'), 'session')}.`,
  },
  RECOVERY_CODES_REPLACED: {
    label: 'Recovery codes replaced',
    sentence: () => 'Created new recovery codes. The earlier ones no longer work.',
  },
  SECOND_FACTOR_FAILED: {
    label: 'Second factor change failed',
    sentence: ({ reason }) => `Could not change their second factor${reason ? `: ${reasons[reason]}` : ''}.`,
  },
  SIGNED_IN: {
    label: 'Sign-in',
    sentence: ({ textAfter }) => {
      const device = textAfter('knownDevice') === 'true' ? 'a known device' : 'a new device';
      const factor = textAfter('secondFactor');
      const code = factor === 'TOTP' ? ' and a code of the app' : factor === '' ? '' : ' and a recovery code';
      return code === '' ? `Signed in on ${device}.` : `Signed in on ${device} with password${code}.`;
    },
  },
  SECOND_FACTOR_ASKED: {
    label: 'Second factor asked for',
    sentence: ({ object }) => `Gave the right password of ${object} and was asked for a code.`,
  },
  SIGN_IN_FAILED: {
    label: 'Failed sign-in',
    sentence: ({ object, reason, countAfter }) => {
      const delay = countAfter('delaySeconds');
      const why = reason ? `: ${reasons[reason]}` : '';
      return `Failed to sign in as ${object}${why}.${delay > 0 ? ` Further attempts had to wait ${pluralize(delay, 'second')}.` : ''}`;
    },
  },
  SIGNED_OUT: { label: 'Sign-out', sentence: () => 'Signed out.' },
  SECOND_FACTOR_REQUIREMENT_CHANGED: {
    label: 'Second factor setting',
    sentence: ({ textBefore, textAfter }) =>
      `Switched the second factor required of admins from ${switched(textBefore('required'))} to ${switched(textAfter('required'))}.`,
  },
  SOLO_CHANGED: {
    label: 'Review setting',
    sentence: ({ textBefore, textAfter }) =>
      `Switched approval of own changesets from ${switched(textBefore('solo'))} to ${switched(textAfter('solo'))}.`,
  },
  REPUBLISHING_CHANGED: {
    label: 'Republication setting',
    sentence: ({ textBefore, textAfter }) =>
      `Switched publication of withheld facts from ${switched(textBefore('republish'))} to ${switched(textAfter('republish'))}.`,
  },
  IMPORT_STARTED: {
    label: 'Import started',
    sentence: ({ object, textAfter }) => `Started ${object} with the file ${textAfter('file')}.`,
  },
  IMPORT_FILE_ADDED: {
    label: 'File added to import',
    sentence: ({ object, textAfter }) => `Uploaded the file ${textAfter('file')} to ${object}.`,
  },
  IMPORT_SOURCE_SET: {
    label: 'Source of import set',
    sentence: ({ object, textBefore, textAfter }) =>
      `Changed the source of ${object} from ${source(textBefore('source'))} to ${source(textAfter('source'))}.`,
  },
  IMPORT_CHECK_STARTED: {
    label: 'Check of import started',
    sentence: ({ object, textAfter }) => `Started to check ${object} with ${source(textAfter('source'))}.`,
  },
  IMPORT_WRITE_STARTED: {
    label: 'Writing of import started',
    sentence: ({ object, textAfter }) =>
      `Started to write ${object} with ${source(textAfter('source'))} into a changeset.`,
  },
  IMPORT_ANSWERED: {
    label: 'Question of import answered',
    sentence: ({ object, textAfter }) =>
      `Answered the question ${textAfter('question')} of ${object} with ${textAfter('fact') || 'a new fact'}.`,
  },
  IMPORT_CANCELLED: { label: 'Import cancelled', sentence: ({ object }) => `Cancelled ${object}.` },
  MAPPING_SAVED: { label: 'Mapping saved', sentence: ({ object }) => `Saved the mapping ${object}.` },
  MAPPING_DELETED: { label: 'Mapping deleted', sentence: ({ object }) => `Deleted the mapping ${object}.` },
  OPERATIONS_DISCARDED: {
    label: 'Operations discarded',
    sentence: ({ object, countAfter }) =>
      `Discarded ${pluralize(countAfter('operations'), 'operation')} of ${object}, a changeset of another person.`,
  },
  CHANGESET_DISCARDED: { label: 'Changeset discarded', sentence: ({ object }) => `Discarded ${object}.` },
  CHANGESET_WITHDRAWN: { label: 'Changeset withdrawn', sentence: ({ object }) => `Withdrew ${object} from review.` },
  REVERT_OPENED: {
    label: 'Revert opened',
    sentence: ({ object, countAfter }) => `Opened ${object} to revert revision ${countAfter('revision')}.`,
  },
  MERGE_STARTED: {
    label: 'Merge started',
    sentence: ({ object }) => `Started to merge ${object} in the background.`,
  },
  CHANGESET_MERGED: {
    label: 'Changeset merged',
    sentence: ({ object, countAfter }) =>
      `Merged the changeset “${object}” with ${pluralize(countAfter('operations'), 'operation')}.`,
  },
};

/** The texts of the page with the audit trail. */
export const texts = {
  unknownPerson: (id: string) => `person: nobody at this desk has the id “${id}”. Choose a person in the form.`,
  heading: 'Audit trail',
  lead: 'Who changed people, settings, imports and mappings, who merged what, and who signed in or failed to. Entries are never changed or deleted. Times are in UTC.',
  filter: {
    label: 'Filter the audit trail',
    person: 'Person',
    anyone: 'Anyone',
    kind: 'Kind',
    anyKind: 'Any kind',
    object: 'Name or id of the object',
    day: 'Day',
    apply: 'Apply filters',
    clear: 'Clear filters',
  },
  table: {
    caption: 'Audit entries, newest first',
    at: 'When',
    person: 'Who',
    what: 'What',
    address: 'Address',
  },
  notSignedIn: 'Not signed in',
  objectTypes: {
    PERSON: 'Person',
    ACCOUNT: 'Account',
    SETTING: 'Setting',
    IMPORT: 'Import',
    MAPPING: 'Mapping',
    CHANGESET: 'Changeset',
    REVISION: 'Revision',
  } satisfies Readonly<Record<AuditObjectType, string>>,
  openObject: (type: string, label: string) => `Open ${type.toLowerCase()} ${label}`,
  kinds,
  none: 'No audit entries',
  noneText: 'There is no entry yet.',
  noMatch: 'No entry matches these filters. Change or clear them.',
  pages: 'Pages of the audit trail',
  newest: 'Newest entries',
  older: 'Older entries',
} as const;
