/** The kinds of background jobs: the column of desk.job that holds the subject, and the maximum number of attempts. */
export const jobKinds = {
  submit: { subject: 'changeset_id', attempts: 5 },
  merge: { subject: 'changeset_id', attempts: 5 },
  import: { subject: 'import_id', attempts: 3 },
} as const;

/** A kind of background job. */
export type JobKind = keyof typeof jobKinds;

/** All kinds of background jobs. */
export const allJobKinds = Object.keys(jobKinds) as JobKind[];

/** The payload of a queued job: the job's id, its subject and version, and the user who started it. */
export interface JobRequest {
  readonly job: string;
  readonly subject: string;
  /** The version of the subject, if it has versions. */
  readonly version?: number | null;
  readonly by: string;
}
