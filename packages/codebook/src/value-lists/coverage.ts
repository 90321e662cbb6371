import { type ValueOf, valueList } from '../value-list.ts';

export const coveredKind = valueList('CoveredKind', 'The kind of fact that a source covers.', {
  STATES: ['States', 'The states, with their codes.'],
  MEMBERSHIPS: ['Memberships', 'The memberships of states and organizations in organizations.'],
  OBLIGATIONS: ['Obligations of alliances', 'The obligations of allies to one another.'],
  AGREEMENTS: ['Agreements', 'The agreements and their parties.'],
  EXERCISES: ['Exercises held', 'The exercises that were held, and their participants.'],
  EXERCISES_ANNOUNCED: ['Exercises announced', 'The exercises that were announced or planned.'],
  VOTES: ['Roll-call votes', 'The ballot of each state in each roll call.'],
  EVENTS: ['Events', 'The events between actors.'],
  POLICY_MEASURES: ['Policy measures', 'The policy measures, with their senders and targets.'],
  RIVALRIES: ['Rivalries', 'The dyads of states that were rivals.'],
});

/** The name of a kind of fact that a source covers, such as `MEMBERSHIPS`. */
export type CoveredKind = ValueOf<typeof coveredKind>;

export const completeness = valueList('Completeness', 'Whether a source has every fact of its kind.', {
  COMPLETE: ['Complete', 'Every fact of the kind, population and period is included: what is missing did not happen.'],
  SAMPLE: ['Sample', 'Only some of the facts are included: nothing follows from what is missing.'],
});
