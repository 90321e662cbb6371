import type { StoredImport } from '@chancery/prisma/desk';
import { after, type Observation, type Settled, within } from '../../audit/audit-rule.ts';
import type { AuditedChange } from '../../audit/audit-trail.ts';
import { isAtLeast } from '../../auth/viewer.ts';
import type { SignedInContext } from '../../endpoints/desk-context.ts';
import { readAnswers } from '../../imports/answers.ts';
import { importObject } from '../../imports/audit-object.ts';
import type { AuditRuleOf, ResolverOutput } from '../module.ts';

type Output = Settled<ResolverOutput<'ImportResult'> | ResolverOutput<'SetImportSourceResult'>>;

/** Reads an import before an operation, and describes the change if the operation has changed it. */
async function observeImport(
  { import: id }: { readonly import: string },
  { services: { client } }: SignedInContext,
  describe: (before: StoredImport, changed: StoredImport) => Omit<AuditedChange, 'object'>,
): Promise<Observation<Output>> {
  const before = await client.import.findUnique({ where: { id } });
  return (output) =>
    before && output.__typename === 'ImportChanged'
      ? [{ ...describe(before, output.import), object: importObject(output.import) }]
      : [];
}

const sourceSet = (before: StoredImport, changed: StoredImport): Omit<AuditedChange, 'object'> => ({
  kind: 'IMPORT_SOURCE_SET',
  before: { source: before.source },
  after: { source: changed.source },
});

/** Records that the source of an import was recognized, or that it was not. */
export const importSourceRecognized: AuditRuleOf<'recogniseImport'> = after((args, context) =>
  observeImport(args, context, sourceSet),
);

/** Records that the source of an import was chosen. */
export const importSourceSet: AuditRuleOf<'setImportSource'> = after((args, context) =>
  observeImport(args, context, sourceSet),
);

/** Records that the check of an import was started. */
export const importCheckStarted: AuditRuleOf<'checkImport'> = after((args, context) =>
  observeImport(args, context, (before) => ({
    kind: 'IMPORT_CHECK_STARTED',
    before: { status: before.status },
    after: { source: before.source },
  })),
);

/** Records that the writing of an import into a changeset was started. */
export const importWriteStarted: AuditRuleOf<'writeImport'> = after((args, context) =>
  observeImport(args, context, (before, { title }) => ({
    kind: 'IMPORT_WRITE_STARTED',
    before: { status: before.status },
    after: { source: before.source, title },
  })),
);

/** Records that an import was cancelled. Cancelling it again has no effect. */
export const importCancelled: AuditRuleOf<'cancelImport'> = after(async (args, context) => {
  const observation = await observeImport(args, context, (before) => ({
    kind: 'IMPORT_CANCELLED',
    before: { status: before.status },
    after: { status: 'CANCELLED' },
  }));
  return (output) => observation(output).filter(({ before }) => before?.status !== 'CANCELLED');
});

/** Records the answer to a question of an import, with the answer that it replaces. */
export const importAnswered: AuditRuleOf<'answerImport'> = within(async (args, { services: { client }, viewer }) => {
  const stored = await client.import.findUnique({ where: { id: args.import } });
  const earlier = stored?.source
    ? (await readAnswers(client, { importId: stored.id, source: stored.source }, [args.key])).get(args.key)
    : undefined;
  const isShared = isAtLeast(viewer.role, 'EDITOR');
  return (output) =>
    output.__typename === 'ImportChanged'
      ? [
          {
            kind: 'IMPORT_ANSWERED',
            object: importObject(output.import),
            ...(earlier ? { before: { fact: earlier.factId, allImports: earlier.isShared } } : {}),
            after: { source: output.import.source, question: args.key, fact: args.fact ?? null, allImports: isShared },
          },
        ]
      : [];
});

/** Records that a mapping was saved, with whose mapping it replaces. */
export const mappingSaved: AuditRuleOf<'saveImportMapping'> = within(async ({ name }, { services: { client } }) => {
  const replaced = await client.importMapping.findUnique({ where: { name: name.trim() } });
  return (output) =>
    output.__typename === 'MappingSaved'
      ? [
          {
            kind: 'MAPPING_SAVED',
            object: { type: 'MAPPING', id: output.mapping.id, label: output.mapping.name },
            ...(replaced ? { before: { by: replaced.by } } : {}),
            after: { by: output.mapping.by },
          },
        ]
      : [];
});

/** Records that a mapping was deleted, and whose it was. */
export const mappingDeleted: AuditRuleOf<'deleteImportMapping'> = within(async ({ id }, { services: { client } }) => {
  const deleted = await client.importMapping.findUnique({ where: { id } });
  return (output) =>
    deleted && output.__typename === 'MappingDeleted'
      ? [{ kind: 'MAPPING_DELETED', object: { type: 'MAPPING', id, label: deleted.name }, before: { by: deleted.by } }]
      : [];
});
