import type { Role } from '../support/api.ts';

/** The possible senders of a desk operation: `nobody`, who is not signed in, and one user of each role. */
export const requesters = ['nobody', 'a contributor', 'an editor', 'an admin'] as const;
/** A sender of a desk operation. */
export type Requester = (typeof requesters)[number];
/** For each requester, whether an operation is allowed or, if not, the code of the error. */
export type Verdicts = Readonly<Record<Requester, 'allowed' | 'FORBIDDEN' | 'UNAUTHENTICATED'>>;

/** The role of each signed-in requester. */
export const roleOf: Readonly<Record<Exclude<Requester, 'nobody'>, Role>> = {
  'a contributor': 'CONTRIBUTOR',
  'an editor': 'EDITOR',
  'an admin': 'ADMIN',
};

const verdicts = (contributor: boolean, editor: boolean, admin: boolean): Verdicts => ({
  nobody: 'UNAUTHENTICATED',
  'a contributor': contributor ? 'allowed' : 'FORBIDDEN',
  'an editor': editor ? 'allowed' : 'FORBIDDEN',
  'an admin': admin ? 'allowed' : 'FORBIDDEN',
});

const everybody = verdicts(true, true, true);
const editors = verdicts(false, true, true);
const admins = verdicts(false, false, true);
const nobody = verdicts(false, false, false);

/** A desk operation, who may run it, and an example request. */
export interface PolicyCase {
  readonly operation: string;
  /** The verdicts when the changeset or import belongs to another user, or the operation concerns neither. */
  readonly others: Verdicts;
  /** The verdicts when the changeset or import belongs to the requester, if they differ. */
  readonly own?: Verdicts;
  /**
   * The field with its arguments. The placeholders `$changeset`, `$import` and `$someone` (a user) stand for existing
   * ids; `$newChangeset`, `$review` and `$comment` for new ones.
   */
  readonly field: string;
}

/** Who may run which desk operation. Written by hand from the documentation, not derived from the policies. */
export const policyMatrix: readonly PolicyCase[] = [
  { operation: 'Query.changeset', others: everybody, field: 'changeset(id: "$changeset") { id }' },
  { operation: 'Query.changesets', others: everybody, field: 'changesets { nodes { id } }' },
  { operation: 'Query.checkChangeset', others: everybody, field: 'checkChangeset(id: "$changeset") { count }' },
  { operation: 'Query.changesetJob', others: everybody, field: 'changesetJob(id: "jb_none") { id }' },
  { operation: 'Query.standingFacts', others: everybody, field: 'standingFacts(ids: []) { id }' },
  { operation: 'Query.inboundLinks', others: everybody, field: 'inboundLinks(fact: "st_none") { id }' },
  { operation: 'Query.retiredFact', others: everybody, field: 'retiredFact(id: "st_none") { id }' },
  { operation: 'Query.labels', others: everybody, field: 'labels(ids: []) { id }' },
  { operation: 'Query.history', others: everybody, field: 'history(fact: "st_none") { revision }' },
  { operation: 'Query.me', others: everybody, field: 'me { id role }' },
  { operation: 'Query.staff', others: admins, field: 'staff { id email }' },
  { operation: 'Query.auditEntries', others: admins, field: 'auditEntries { nodes { id } }' },
  { operation: 'Query.deskSettings', others: everybody, field: 'deskSettings { solo }' },
  { operation: 'Mutation.openChangeset', others: everybody, field: 'openChangeset(title: "One") { id }' },
  {
    operation: 'Mutation.describeChangeset',
    others: nobody,
    own: everybody,
    field: 'describeChangeset(changeset: "$changeset", title: "Two") { __typename }',
  },
  {
    operation: 'Mutation.appendOperations',
    others: nobody,
    own: everybody,
    field: 'appendOperations(changeset: "$changeset", version: 0, operations: []) { __typename }',
  },
  {
    operation: 'Mutation.discardOperations',
    others: admins,
    own: everybody,
    field: 'discardOperations(changeset: "$changeset", version: 0, facts: []) { __typename }',
  },
  {
    operation: 'Mutation.abandonChangeset',
    others: admins,
    own: everybody,
    field: 'abandonChangeset(changeset: "$changeset") { __typename }',
  },
  {
    operation: 'Mutation.submitChangeset',
    others: nobody,
    own: everybody,
    field: 'submitChangeset(changeset: "$changeset", version: 0) { __typename }',
  },
  {
    operation: 'Mutation.withdrawChangeset',
    others: admins,
    own: everybody,
    field: 'withdrawChangeset(changeset: "$changeset") { __typename }',
  },
  {
    operation: 'Mutation.reviewChangeset',
    others: editors,
    field: 'reviewChangeset(id: "$review", changeset: "$changeset", version: 0, verdict: APPROVE) { __typename }',
  },
  {
    operation: 'Mutation.judgeGroup',
    others: editors,
    field:
      'judgeGroup(changeset: "$changeset", version: 0, type: STATE, kind: CREATE, verdict: LOOKED_AT) { __typename }',
  },
  {
    operation: 'Mutation.commentOnChangeset',
    others: everybody,
    field: 'commentOnChangeset(id: "$comment", changeset: "$changeset", body: "Why?") { id }',
  },
  {
    operation: 'Mutation.mergeChangeset',
    others: editors,
    field: 'mergeChangeset(changeset: "$changeset", version: 0) { __typename }',
  },
  {
    operation: 'Mutation.revertRevision',
    others: editors,
    field: 'revertRevision(revision: 999, id: "$newChangeset", reason: "It was wrong.") { __typename }',
  },
  {
    operation: 'Mutation.hirePerson',
    others: admins,
    field: 'hirePerson(name: "Cyrus", email: "cyrus@example.org", role: ADMIN) { __typename }',
  },
  {
    operation: 'Mutation.changePerson',
    others: admins,
    field: 'changePerson(id: "$someone", role: ADMIN) { __typename }',
  },
  { operation: 'Mutation.createResetLink', others: admins, field: 'createResetLink(id: "nobody") { __typename }' },
  { operation: 'Mutation.resetSecondFactor', others: admins, field: 'resetSecondFactor(id: "nobody") { __typename }' },
  {
    operation: 'Mutation.setSecondFactorForAdmins',
    others: admins,
    field: 'setSecondFactorForAdmins(required: false) { solo }',
  },
  { operation: 'Mutation.setSolo', others: admins, field: 'setSolo(solo: false) { solo }' },
  {
    operation: 'Mutation.setRepublishWithheld',
    others: admins,
    field: 'setRepublishWithheld(republish: false) { republishing { republishWithheld } }',
  },
  { operation: 'Query.importSources', others: everybody, field: 'importSources { key }' },
  { operation: 'Query.import', others: editors, own: everybody, field: 'import(id: "$import") { id }' },
  { operation: 'Query.imports', others: everybody, field: 'imports { nodes { id } }' },
  { operation: 'Query.importMappings', others: everybody, field: 'importMappings { name }' },
  {
    operation: 'Mutation.recogniseImport',
    others: nobody,
    own: everybody,
    field: 'recogniseImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.setImportSource',
    others: nobody,
    own: everybody,
    field: 'setImportSource(import: "$import", source: "cow-states") { __typename }',
  },
  {
    operation: 'Mutation.checkImport',
    others: nobody,
    own: everybody,
    field: 'checkImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.writeImport',
    others: nobody,
    own: everybody,
    field: 'writeImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.answerImport',
    others: nobody,
    own: everybody,
    field: 'answerImport(import: "$import", key: "state 2", isNew: true) { __typename }',
  },
  {
    operation: 'Mutation.cancelImport',
    others: admins,
    own: everybody,
    field: 'cancelImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.saveImportMapping',
    others: everybody,
    field: 'saveImportMapping(name: "Mine", mapping: {}) { __typename }',
  },
  {
    operation: 'Mutation.deleteImportMapping',
    others: everybody,
    field: 'deleteImportMapping(id: "map_none") { __typename }',
  },
];
