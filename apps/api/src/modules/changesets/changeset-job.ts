import { upperCase } from '../api-names.ts';
import type { DeskModule } from '../module.ts';
import { anyUser } from '../policies.ts';

/** Serves the background jobs that submit and merge changesets. */
export const changesetJob = {
  sdl: `
"""The state of a background job."""
enum JobStatus { WAITING RUNNING DONE FAILED }
enum ChangesetJobKind { SUBMIT MERGE }
"""A submission or merge in the background."""
type ChangesetJob {
  id: ID!
  kind: ChangesetJobKind!
  """The version of the changeset that the job was started for."""
  version: Int
  status: JobStatus!
  """The current phase."""
  phase: String!
  done: Int!
  total: Int!
  """The outcome, once the job is finished."""
  outcome: Value
}
extend type Changeset {
  """The latest background job of the changeset."""
  job: ChangesetJob
}
extend type Query {
  """A submission or merge in the background."""
  changesetJob(id: ID!): ChangesetJob
}`,
  queries: {
    changesetJob: {
      policy: anyUser,
      resolve: (_root, { id }, { services: { jobs } }) => jobs.find(id),
    },
  },
  fields: {
    Changeset: { job: ({ id }, _args, { services: { jobs } }) => jobs.latestOf(id) },
    ChangesetJob: { kind: ({ kind }) => upperCase(kind) },
  },
} satisfies DeskModule;
