// How a test runs each desk mutation with an effect, and the audit entry that it expects.
import { newDeskId } from '@chancery/codebook';
import type { Api, SignedInUser } from '../support/api.ts';
import { ImportClient } from '../support/imports.ts';
import { createWaived } from '../support/operations.ts';

/** A mutation that is ready to run, and the entry that running it must leave; `undefined` if it must leave none. */
export interface AuditCase {
  readonly by: SignedInUser;
  /** The field with its arguments and selection. */
  readonly field: string;
  readonly entry:
    | {
        readonly kind: string;
        readonly type: string;
        /** The id of the object; if it is known only afterwards, a function of the output of the field. */
        readonly object: string | ((output: never) => string);
      }
    | undefined;
}

const file = (name: string, code: number) =>
  `stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n${name.slice(0, 3).toUpperCase()},${code},${name},1816,1,1,1942,11,11,2016\n`;

/** A mapping that the desk accepts. */
const mapping = {
  key: 'treaties-of-ionia',
  title: 'Treaties of Ionia',
  publisher: 'The archive of Miletus',
  version: '2',
  citation: 'Archive of Miletus. 2020. Treaties of Ionia.',
  licence: { terms: 'CC0', republish: true },
  coverage: '1900/2000',
  grade: { reliability: 'C', credibility: 3 },
  file: 'treaties.csv',
  facts: {
    treaty: {
      type: 'Agreement',
      key: ['no'],
      repeats: true,
      values: { title: { column: 'name', as: 'text' }, status: { constant: 'SIGNED' } },
      links: {},
      marks: { codes: [], names: [] },
    },
  },
  left: {},
};

/** Writes a JSON object as a GraphQL literal. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner)}`)
    .join(', ')} }`;
}

const saveMapping = (name: string) =>
  `saveImportMapping(name: "${name}", mapping: ${literal(mapping)}) { __typename ... on MappingSaved { mapping { id } } ... on MappingRefused { messages } }`;

/** For each desk mutation, prepares a run that changes something. Written by hand from the documentation. */
export const auditCases: Readonly<Record<string, (api: Api) => Promise<AuditCase>>> = {
  hirePerson: async ({ people: { ADMIN } }) => ({
    by: ADMIN,
    field:
      'hirePerson(name: "Nadia", email: "nadia@example.org", role: EDITOR) { ... on PasswordLink { person { id } } }',
    entry: {
      kind: 'PERSON_ADDED',
      type: 'PERSON',
      object: ({ person }: { person: { id: string } }) => person.id,
    },
  }),
  changePerson: async (api) => {
    const { id } = await api.createUser('Orla', 'EDITOR');
    return {
      by: api.people.ADMIN,
      field: `changePerson(id: "${id}", suspended: true) { __typename }`,
      entry: { kind: 'PERSON_SUSPENDED', type: 'PERSON', object: id },
    };
  },
  createResetLink: async (api) => {
    const { id } = await api.createUser('Petra', 'EDITOR');
    return {
      by: api.people.ADMIN,
      field: `createResetLink(id: "${id}") { __typename }`,
      entry: { kind: 'RESET_LINK_CREATED', type: 'PERSON', object: id },
    };
  },
  resetSecondFactor: async (api) => {
    const { id } = await api.createUser('Petronella', 'EDITOR');
    return {
      by: api.people.ADMIN,
      field: `resetSecondFactor(id: "${id}") { __typename }`,
      entry: { kind: 'SECOND_FACTOR_RESET', type: 'PERSON', object: id },
    };
  },
  setSecondFactorForAdmins: async ({ people: { ADMIN } }) => ({
    by: ADMIN,
    field: 'setSecondFactorForAdmins(required: false) { solo }',
    entry: { kind: 'SECOND_FACTOR_REQUIREMENT_CHANGED', type: 'SETTING', object: 'secondFactorForAdmins' },
  }),
  setSolo: async ({ people: { ADMIN } }) => ({
    by: ADMIN,
    field: 'setSolo(solo: false) { solo }',
    entry: { kind: 'SOLO_CHANGED', type: 'SETTING', object: 'solo' },
  }),
  setRepublishWithheld: async ({ people: { ADMIN } }) => ({
    by: ADMIN,
    field: 'setRepublishWithheld(republish: false) { solo }',
    entry: { kind: 'REPUBLISHING_CHANGED', type: 'SETTING', object: 'republishWithheld' },
  }),
  recogniseImport: importCase('recogniseImport', 'IMPORT_SOURCE_SET'),
  setImportSource: importCase('setImportSource', 'IMPORT_SOURCE_SET', ', source: "cow-states"'),
  checkImport: importCase('checkImport', 'IMPORT_CHECK_STARTED'),
  writeImport: async (api) => {
    const id = await new ImportClient(api.url, api.people.CONTRIBUTOR).uploads({ 'states.csv': file('Lydia', 901) });
    await new ImportClient(api.url, api.people.CONTRIBUTOR).checks(id);
    return importEntry(api, id, 'writeImport', 'IMPORT_WRITE_STARTED');
  },
  answerImport: importCase('answerImport', 'IMPORT_ANSWERED', ', key: "state 901", isNew: true'),
  cancelImport: importCase('cancelImport', 'IMPORT_CANCELLED'),
  saveImportMapping: async ({ people: { EDITOR } }) => ({
    by: EDITOR,
    field: saveMapping('Ionia'),
    entry: {
      kind: 'MAPPING_SAVED',
      type: 'MAPPING',
      object: ({ mapping: saved }: { mapping: { id: string } }) => saved.id,
    },
  }),
  deleteImportMapping: async ({ people: { EDITOR } }) => {
    const { data } = await EDITOR.ask(`mutation { ${saveMapping('Aeolis')} }`);
    const { saveImportMapping: saved } = data as unknown as { saveImportMapping: { mapping: { id: string } } };
    const { id } = saved.mapping;
    return {
      by: EDITOR,
      field: `deleteImportMapping(id: "${id}") { __typename }`,
      entry: { kind: 'MAPPING_DELETED', type: 'MAPPING', object: id },
    };
  },
  openChangeset: async ({ people: { EDITOR } }) => ({
    by: EDITOR,
    field: 'openChangeset(title: "One") { id }',
    entry: undefined,
  }),
  describeChangeset: draftCase(({ id }) => `describeChangeset(changeset: "${id}", title: "Two") { __typename }`),
  appendOperations: draftCase(
    ({ id, version }) => `appendOperations(changeset: "${id}", version: ${version}, operations: []) { __typename }`,
  ),
  submitChangeset: draftCase(
    ({ id, version }) => `submitChangeset(changeset: "${id}", version: ${version}) { __typename }`,
  ),
  commentOnChangeset: draftCase(
    ({ id }) => `commentOnChangeset(id: "${newDeskId('comment')}", changeset: "${id}", body: "Why?") { id }`,
  ),
  discardOperations: async ({ people: { EDITOR, ADMIN } }) => {
    const { id, version } = await EDITOR.drafts([createWaived('State', { name: 'Nowhere' })]);
    return {
      by: ADMIN,
      field: `discardOperations(changeset: "${id}", version: ${version}, everything: true) { __typename }`,
      entry: { kind: 'OPERATIONS_DISCARDED', type: 'CHANGESET', object: id },
    };
  },
  abandonChangeset: async ({ people: { EDITOR } }) => {
    const { id } = await EDITOR.drafts([createWaived('State', { name: 'Nowhere' })]);
    return {
      by: EDITOR,
      field: `abandonChangeset(changeset: "${id}") { __typename }`,
      entry: { kind: 'CHANGESET_DISCARDED', type: 'CHANGESET', object: id },
    };
  },
  withdrawChangeset: async (api) => {
    const { id } = await submitted(api);
    return {
      by: api.people.ADMIN,
      field: `withdrawChangeset(changeset: "${id}") { __typename }`,
      entry: { kind: 'CHANGESET_WITHDRAWN', type: 'CHANGESET', object: id },
    };
  },
  reviewChangeset: async (api) => {
    const { id, version } = await submitted(api);
    return {
      by: api.people.ADMIN,
      field: `reviewChangeset(id: "${newDeskId('review')}", changeset: "${id}", version: ${version}, verdict: APPROVE) { __typename }`,
      entry: undefined,
    };
  },
  judgeGroup: async (api) => {
    const { id, version } = await submitted(api);
    return {
      by: api.people.ADMIN,
      field: `judgeGroup(changeset: "${id}", version: ${version}, type: STATE, kind: CREATE, verdict: LOOKED_AT) { __typename }`,
      entry: undefined,
    };
  },
  mergeChangeset: async (api) => {
    const { id, version } = await approved(api);
    return {
      by: api.people.ADMIN,
      field: `mergeChangeset(changeset: "${id}", version: ${version}) { __typename ... on Merged { revision } }`,
      entry: {
        kind: 'CHANGESET_MERGED',
        type: 'REVISION',
        object: ({ revision }: { revision: number }) => String(revision),
      },
    };
  },
  revertRevision: async (api) => {
    const changeset = await approved(api);
    const merged = await api.people.ADMIN.merges(changeset);
    if (merged.outcome !== 'merged') throw new Error(`not merged: ${JSON.stringify(merged)}`);
    const id = newDeskId('changeset');
    return {
      by: api.people.ADMIN,
      field: `revertRevision(revision: ${merged.revision}, id: "${id}", reason: "It was wrong.") { __typename }`,
      entry: { kind: 'REVERT_OPENED', type: 'CHANGESET', object: id },
    };
  },
};

function importCase(mutation: string, kind: string, rest = '') {
  return async (api: Api): Promise<AuditCase> => {
    const importing = new ImportClient(api.url, api.people.CONTRIBUTOR);
    const id = await importing.uploads({ 'states.csv': file('Caria', 902) });
    return importEntry(api, id, mutation, kind, rest);
  };
}

function importEntry({ people }: Api, id: string, mutation: string, kind: string, rest = ''): AuditCase {
  return {
    by: people.CONTRIBUTOR,
    field: `${mutation}(import: "${id}"${rest}) { __typename }`,
    entry: { kind, type: 'IMPORT', object: id },
  };
}

function draftCase(field: (draft: { id: string; version: number }) => string) {
  return async ({ people: { EDITOR } }: Api): Promise<AuditCase> => {
    const draft = await EDITOR.drafts([createWaived('State', { name: 'Nowhere' })]);
    return { by: EDITOR, field: field(draft), entry: undefined };
  };
}

async function submitted({ people: { EDITOR } }: Api) {
  const draft = await EDITOR.drafts([createWaived('State', { name: 'Nowhere' })]);
  const outcome = await EDITOR.submits(draft);
  if (outcome.outcome !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}

async function approved(api: Api) {
  const outcome = await api.people.ADMIN.approves(await submitted(api));
  if (outcome.outcome !== 'reviewed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return outcome.changeset;
}
