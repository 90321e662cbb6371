import type { ReactNode } from 'react';

/** The texts about the states that control and claim a place. */
export const texts = {
  heading: 'Control and claims',
  lead: 'The register does not assign this place to a state. It records separately which state controls the place in fact and which states claim it. Neither implies a legal right.',
  none: 'The register has no record of a state that controls or claims this place.',
  controller: {
    heading: 'Controlled in fact by',
    none: 'No controller on record.',
    since: (date: ReactNode) => <>Since: {date}</>,
    citedAsWhole: 'No source is cited for the controller. Sources for the record as a whole:',
    uncited: 'No source is cited for the controller.',
  },
  claimants: {
    heading: 'Claimed by',
    none: 'No claimant on record.',
    period: (date: ReactNode) => <>Period: {date}</>,
  },
} as const;
