/** The kinds of work that is done in the background: the column that names what each is about, and how often it is tried. */
export const jobKinds = {
  submit: { subject: 'changeset_id', attempts: 5 },
  merge: { subject: 'changeset_id', attempts: 5 },
  import: { subject: 'import_id', attempts: 3 },
} as const;

/** A kind of work that is done in the background. */
export type JobKind = keyof typeof jobKinds;

/** All of them. */
export const allJobKinds = Object.keys(jobKinds) as JobKind[];

/** What is put on the queue: the job, what it is about and in which version, and who asked for it. */
export interface JobRequest {
  readonly job: string;
  readonly subject: string;
  /** The version that was looked at, where the subject has versions. */
  readonly version?: number | null;
  readonly by: string;
}
