/**
 * The kinds of background jobs, each with the column of desk.job for its subject and the maximum number of attempts.
 */
export const jobKinds = {
  submit: { subject: 'changeset_id', attempts: 5 },
  merge: { subject: 'changeset_id', attempts: 5 },
  import: { subject: 'import_id', attempts: 3 },
} as const;

/** A kind of background job. */
export type JobKind = keyof typeof jobKinds;

/** A kind of background job that works on a changeset. */
export type ChangesetJobKind = {
  [Kind in JobKind]: (typeof jobKinds)[Kind]['subject'] extends 'changeset_id' ? Kind : never;
}[JobKind];

/** All kinds of background jobs. */
export const allJobKinds = Object.keys(jobKinds) as JobKind[];

/** The kinds of background jobs that work on a changeset. */
export const changesetJobKinds = allJobKinds.filter(
  (kind): kind is ChangesetJobKind => jobKinds[kind].subject === 'changeset_id',
);

/** The payload of a queued job: the ids of the job, of its subject and of the user who started it. */
export interface JobRequest {
  readonly job: string;
  readonly subject: string;
  /** The version of the changeset that the job works on; absent or null for an import. */
  readonly version?: number | null;
  readonly by: string;
}
