import { type Changeset, findChangeset } from '@chancery/ledger';
import { after } from '../../audit/audit-rule.ts';
import type { AuditedChange } from '../../audit/audit-trail.ts';
import { mergedRevision } from '../../audit/merged-revision.ts';
import type { AuditRuleOf } from '../module.ts';

const changesetObject = ({ id, number }: Changeset): AuditedChange['object'] => ({
  type: 'CHANGESET',
  id,
  label: `CS-${number}`,
});

/** Records that operations of another user were discarded. Authors discard their own all the time, while they edit. */
export const operationsDiscarded: AuditRuleOf<'discardOperations'> = after((_args, { viewer }) => (output) => {
  if (output.__typename !== 'Discarded' || output.changeset.authorId === viewer.id) return [];
  const { changeset, count } = output;
  return [
    {
      kind: 'OPERATIONS_DISCARDED',
      object: changesetObject(changeset),
      after: { author: changeset.authorId, operations: count },
    },
  ];
});

/** Records that a changeset was discarded. */
export const changesetDiscarded: AuditRuleOf<'abandonChangeset'> = after(async (args, { services }) => {
  const before = await findChangeset(services.pools.desk, args.changeset);
  return (output) =>
    output.__typename === 'Discarded' ? [changedStatus('CHANGESET_DISCARDED', before, output.changeset)] : [];
});

/** Records that a submitted changeset was withdrawn. */
export const changesetWithdrawn: AuditRuleOf<'withdrawChangeset'> = after(async (args, { services }) => {
  const before = await findChangeset(services.pools.desk, args.changeset);
  return (output) =>
    output.__typename === 'Withdrawn' ? [changedStatus('CHANGESET_WITHDRAWN', before, output.changeset)] : [];
});

function changedStatus(
  kind: 'CHANGESET_DISCARDED' | 'CHANGESET_WITHDRAWN',
  before: Changeset | undefined,
  changeset: Changeset,
): AuditedChange {
  return {
    kind,
    object: changesetObject(changeset),
    ...(before ? { before: { status: before.status } } : {}),
    after: { status: changeset.status, author: changeset.authorId },
  };
}

/**
 * Records a merge that goes on in the background. The entry of the merge itself is stored by the database, in the
 * transaction of the merge: see after-migrate/27-audit.sql.
 */
export const changesetMerged: AuditRuleOf<'mergeChangeset'> = after(async (args, { services }) => {
  const before = await findChangeset(services.pools.desk, args.changeset);
  return (output) => {
    if (output.__typename === 'Merging')
      return [{ kind: 'MERGE_STARTED', object: changesetObject(output.changeset), after: { job: output.job.id } }];
    // Merging a merged changeset again has no effect.
    if (output.__typename !== 'Merged' || before?.revision === output.revision) return [];
    return [mergedRevision(output.revision, output.changeset.title)];
  };
});

/** Records that a changeset was opened to revert a revision. */
export const revertOpened: AuditRuleOf<'revertRevision'> = after(async ({ id, revision }, { services }) => {
  const before = await findChangeset(services.pools.desk, id);
  return (output) =>
    output.__typename === 'RevertOpened' && !before
      ? [{ kind: 'REVERT_OPENED', object: changesetObject(output.changeset), after: { revision } }]
      : [];
});
