import { valueList } from '../value-list.ts';

export const coveredKind = valueList('CoveredKind', 'Which kind of fact a source covers.', {
  STATES: ['States', 'Which states there are, with their codes.'],
  MEMBERSHIPS: ['Memberships', 'Who belongs to which organization.'],
  OBLIGATIONS: ['Obligations of alliances', 'What allies owe one another.'],
  AGREEMENTS: ['Agreements', 'Which agreements there are, and who is party to them.'],
  EXERCISES: ['Exercises held', 'Which exercises were held, and who took part.'],
  EXERCISES_ANNOUNCED: ['Exercises announced', 'Which exercises were announced or planned.'],
  VOTES: ['Roll-call votes', 'How each voter voted on each roll call.'],
  EVENTS: ['Events', 'What actors did to one another.'],
  POLICY_MEASURES: ['Policy measures', 'Who imposed which measures on whom.'],
  RIVALRIES: ['Rivalries', 'Which states were rivals.'],
});

export const completeness = valueList('Completeness', 'Whether a source holds every fact of its kind.', {
  COMPLETE: ['Complete', 'Every fact of the kind, population and period is there: what is absent did not happen.'],
  SAMPLE: ['Sample', 'Some of the facts are there: nothing follows from what is absent.'],
});
