/** What an audit entry records, with the description of each kind in the API. */
export const auditKinds = {
  PERSON_ADDED: 'A user was added.',
  ROLE_CHANGED: 'A user got another role.',
  PERSON_SUSPENDED: 'A user was suspended, and their sessions ended.',
  PERSON_REINSTATED: 'The suspension of a user ended.',
  RESET_LINK_CREATED: 'An admin created a link with which a user sets a new password.',
  PASSWORD_SET: 'A user set a password with an invitation or a reset link, and their sessions ended.',
  PASSWORD_CHANGED: 'A user changed their own password, and their other sessions ended.',
  PASSWORD_CHANGE_FAILED: 'A signed-in user failed to give their current password.',
  SECOND_FACTOR_ON: 'A user turned their second factor on, and their other sessions ended.',
  SECOND_FACTOR_OFF: 'A user turned their second factor off, and their other sessions ended.',
  SECOND_FACTOR_RESET: 'An admin removed the second factor of a user, and the sessions of the user ended.',
  RECOVERY_CODES_REPLACED: 'A user created new recovery codes, and the earlier ones stopped working.',
  SECOND_FACTOR_FAILED: 'A signed-in user failed to change their second factor; the reason says why.',
  SIGNED_IN: 'A user signed in.',
  SECOND_FACTOR_ASKED: 'The right password of an account was given, and a code of the second factor was asked for.',
  SIGN_IN_FAILED: 'An attempt to sign in failed; the reason says why.',
  SIGNED_OUT: 'A user signed out.',
  SECOND_FACTOR_REQUIREMENT_CHANGED: 'A second factor of admins was required or no longer required.',
  SOLO_CHANGED: 'Approval of own changesets was allowed or forbidden.',
  REPUBLISHING_CHANGED: 'Facts from withheld sources were shown to the public or withheld again.',
  IMPORT_STARTED: 'An import was started with its first file.',
  IMPORT_FILE_ADDED: 'A file was added to an import or replaced.',
  IMPORT_SOURCE_SET: 'The source of an import was recognized or chosen.',
  IMPORT_CHECK_STARTED: 'The check of an import was started.',
  IMPORT_WRITE_STARTED: 'The writing of an import into a changeset was started.',
  IMPORT_ANSWERED: 'A question of an import was answered.',
  IMPORT_CANCELLED: 'An import was cancelled.',
  MAPPING_SAVED: 'A mapping of columns was saved or replaced.',
  MAPPING_DELETED: 'A mapping of columns was deleted.',
  OPERATIONS_DISCARDED: 'An admin discarded operations of a changeset of another user.',
  CHANGESET_DISCARDED: 'A changeset was discarded.',
  CHANGESET_WITHDRAWN: 'A submitted changeset was withdrawn.',
  REVERT_OPENED: 'A changeset that reverts a revision was opened.',
  MERGE_STARTED: 'A merge was started in the background.',
  CHANGESET_MERGED: 'A changeset was merged as a revision.',
} as const satisfies Record<string, string>;

/** A kind of audit entry. */
export type AuditKind = keyof typeof auditKinds;

/** What the object of an audit entry is, with the description of each type in the API. */
export const auditObjectTypes = {
  PERSON: 'A user of the desk.',
  ACCOUNT: 'The account that an attempt to sign in named; its id is null if there is no such account.',
  SETTING: 'A setting of the desk.',
  IMPORT: 'An import.',
  MAPPING: 'A saved mapping of columns.',
  CHANGESET: 'A changeset.',
  REVISION: 'A revision of the register.',
} as const satisfies Record<string, string>;

/** The type of the object of an audit entry. */
export type AuditObjectType = keyof typeof auditObjectTypes;

/** Why an attempt failed, with the description of each reason in the API. */
export const auditReasons = {
  UNKNOWN_ACCOUNT: 'There is no account with this e-mail address.',
  WRONG_PASSWORD: 'The password was wrong.',
  WRONG_CODE: 'The code of the second factor was wrong or was given before.',
  SUSPENDED: 'The password was right, but the account is suspended.',
} as const satisfies Record<string, string>;

/** Why an attempt failed. */
export type AuditReason = keyof typeof auditReasons;
