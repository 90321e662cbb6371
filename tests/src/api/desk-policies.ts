import type { Role } from '../support/api.ts';

/** Whoever may ask the desk; somebody of a role may be the author of the changeset in question or have started the import, or not. */
export const askers = ['nobody', 'a contributor', 'an editor', 'an admin'] as const;
/** One of them. */
export type Asker = (typeof askers)[number];
/** What each is told. */
export type Verdicts = Readonly<Record<Asker, 'allowed' | 'FORBIDDEN' | 'UNAUTHENTICATED'>>;

/** The role of an asker. */
export const roleOf: Readonly<Record<Exclude<Asker, 'nobody'>, Role>> = {
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

/** An operation of the desk, who may run it, and an example of it. */
export interface Row {
  readonly operation: string;
  /** Where the changeset or import in question is somebody else's, or where there is none. */
  readonly others: Verdicts;
  /** Where it is their own, if that makes a difference. */
  readonly own?: Verdicts;
  /** The field with its arguments; `$changeset` and `$import` stand for ids of the one in question, `$someone` for the id of a person. */
  readonly asked: string;
}

/** Who may do what at the desk: written by hand, from what is promised, not from the policies. */
export const matrix: readonly Row[] = [
  { operation: 'Query.changeset', others: everybody, asked: 'changeset(id: "$changeset") { id }' },
  { operation: 'Query.changesets', others: everybody, asked: 'changesets { nodes { id } }' },
  { operation: 'Query.checkChangeset', others: everybody, asked: 'checkChangeset(id: "$changeset") { count }' },
  { operation: 'Query.changesetJob', others: everybody, asked: 'changesetJob(id: "jb_none") { id }' },
  { operation: 'Query.standingFacts', others: everybody, asked: 'standingFacts(ids: []) { id }' },
  { operation: 'Query.inboundLinks', others: everybody, asked: 'inboundLinks(fact: "st_none") { id }' },
  { operation: 'Query.retiredFact', others: everybody, asked: 'retiredFact(id: "st_none") { id }' },
  { operation: 'Query.labels', others: everybody, asked: 'labels(ids: []) { id }' },
  { operation: 'Query.history', others: everybody, asked: 'history(fact: "st_none") { revision }' },
  { operation: 'Query.me', others: everybody, asked: 'me { id role }' },
  { operation: 'Query.staff', others: admins, asked: 'staff { id email }' },
  { operation: 'Query.deskSettings', others: everybody, asked: 'deskSettings { solo }' },
  { operation: 'Mutation.openChangeset', others: everybody, asked: 'openChangeset(title: "One") { id }' },
  {
    operation: 'Mutation.describeChangeset',
    others: nobody,
    own: everybody,
    asked: 'describeChangeset(changeset: "$changeset", title: "Two") { __typename }',
  },
  {
    operation: 'Mutation.appendOperations',
    others: nobody,
    own: everybody,
    asked: 'appendOperations(changeset: "$changeset", version: 0, operations: []) { __typename }',
  },
  {
    operation: 'Mutation.discardOperations',
    others: admins,
    own: everybody,
    asked: 'discardOperations(changeset: "$changeset", version: 0, facts: []) { __typename }',
  },
  {
    operation: 'Mutation.abandonChangeset',
    others: admins,
    own: everybody,
    asked: 'abandonChangeset(changeset: "$changeset") { __typename }',
  },
  {
    operation: 'Mutation.submitChangeset',
    others: nobody,
    own: everybody,
    asked: 'submitChangeset(changeset: "$changeset", version: 0) { __typename }',
  },
  {
    operation: 'Mutation.withdrawChangeset',
    others: admins,
    own: everybody,
    asked: 'withdrawChangeset(changeset: "$changeset") { __typename }',
  },
  {
    operation: 'Mutation.reviewChangeset',
    others: editors,
    asked: 'reviewChangeset(id: "$review", changeset: "$changeset", version: 0, verdict: APPROVE) { __typename }',
  },
  {
    operation: 'Mutation.judgeGroup',
    others: editors,
    asked:
      'judgeGroup(changeset: "$changeset", version: 0, type: STATE, kind: CREATE, verdict: LOOKED_AT) { __typename }',
  },
  {
    operation: 'Mutation.commentOnChangeset',
    others: everybody,
    asked: 'commentOnChangeset(id: "$comment", changeset: "$changeset", body: "Why?") { id }',
  },
  {
    operation: 'Mutation.mergeChangeset',
    others: editors,
    asked: 'mergeChangeset(changeset: "$changeset", version: 0) { __typename }',
  },
  {
    operation: 'Mutation.revertRevision',
    others: editors,
    asked: 'revertRevision(revision: 999, id: "$newChangeset", reason: "It was wrong.") { __typename }',
  },
  {
    operation: 'Mutation.hirePerson',
    others: admins,
    asked: 'hirePerson(name: "Cyrus", email: "cyrus@example.org", role: ADMIN) { __typename }',
  },
  {
    operation: 'Mutation.changePerson',
    others: admins,
    asked: 'changePerson(id: "$someone", role: ADMIN) { __typename }',
  },
  { operation: 'Mutation.resetPassword', others: admins, asked: 'resetPassword(id: "nobody") { __typename }' },
  { operation: 'Mutation.setSolo', others: admins, asked: 'setSolo(solo: false) { solo }' },
  {
    operation: 'Mutation.setRepublishWithheld',
    others: admins,
    asked: 'setRepublishWithheld(republish: false) { republishing { republishWithheld } }',
  },
  { operation: 'Query.importSources', others: everybody, asked: 'importSources { key }' },
  { operation: 'Query.import', others: editors, own: everybody, asked: 'import(id: "$import") { id }' },
  { operation: 'Query.imports', others: everybody, asked: 'imports { nodes { id } }' },
  { operation: 'Query.importMappings', others: everybody, asked: 'importMappings { name }' },
  {
    operation: 'Mutation.recogniseImport',
    others: nobody,
    own: everybody,
    asked: 'recogniseImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.setImportSource',
    others: nobody,
    own: everybody,
    asked: 'setImportSource(import: "$import", source: "cow-states") { __typename }',
  },
  {
    operation: 'Mutation.checkImport',
    others: nobody,
    own: everybody,
    asked: 'checkImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.writeImport',
    others: nobody,
    own: everybody,
    asked: 'writeImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.answerImport',
    others: nobody,
    own: everybody,
    asked: 'answerImport(import: "$import", key: "state 2", isNew: true) { __typename }',
  },
  {
    operation: 'Mutation.cancelImport',
    others: admins,
    own: everybody,
    asked: 'cancelImport(import: "$import") { __typename }',
  },
  {
    operation: 'Mutation.saveImportMapping',
    others: everybody,
    asked: 'saveImportMapping(name: "Mine", mapping: {}) { __typename }',
  },
  {
    operation: 'Mutation.deleteImportMapping',
    others: everybody,
    asked: 'deleteImportMapping(id: "map_none") { __typename }',
  },
];
