import { appendOperations } from './append-operations.ts';
import { changeset } from './changeset.ts';
import { changesetJob } from './changeset-job.ts';
import { checkChangeset } from './check-changeset.ts';
import { commentOnChangeset } from './comment-on-changeset.ts';
import { discardOperations } from './discard-operations.ts';
import { factChanges } from './fact-changes.ts';
import { groups } from './groups.ts';
import { mergeChangeset } from './merge-changeset.ts';
import { openChangeset } from './open-changeset.ts';
import { operation } from './operation.ts';
import { problems } from './problems.ts';
import { refusals } from './refusals.ts';
import { revertRevision } from './revert-revision.ts';
import { reviewChangeset } from './review-changeset.ts';
import { submitChangeset } from './submit-changeset.ts';

/** The modules on changesets: their content, and each step from opening to merging and reverting. */
export const changesetModules = [
  changeset,
  factChanges,
  operation,
  problems,
  groups,
  checkChangeset,
  changesetJob,
  refusals,
  openChangeset,
  appendOperations,
  discardOperations,
  submitChangeset,
  reviewChangeset,
  commentOnChangeset,
  mergeChangeset,
  revertRevision,
] as const;
