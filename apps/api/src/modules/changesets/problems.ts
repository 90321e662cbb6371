import { upperCase } from '../api-names.ts';
import type { DeskModule } from '../module.ts';

/** Defines the types of problems and conflicts, as check reports and outcomes of mutations return them. */
export const problems = {
  sdl: `
"""The severity of a problem."""
enum Severity {
  """The changeset cannot be submitted or merged."""
  ERROR
  """The problem is shown to reviewers."""
  WARNING
}
"""A problem of a changeset: where it is and what to do about it."""
type Problem {
  """The rule that found it."""
  code: String!
  severity: Severity!
  message: String!
  fact: ID
  field: String
  operation: ID
}
"""A field that another editor has changed since this editor read it."""
type Conflict {
  fact: ID!
  field: String!
  operation: ID!
  """The value that the editor saw."""
  base: Value
  """The value in the register now."""
  theirs: Value
  """The value that the editor sets."""
  yours: Value
}`,
  fields: {
    Problem: { severity: ({ severity }) => upperCase(severity) },
  },
} satisfies DeskModule;
