import type { ReactNode } from 'react';

/** The texts on who controls a place and who claims it. */
export const texts = {
  heading: 'Control and claims',
  lead: 'The register does not assign this place to a state. It records who controls the place in fact, and who claims it, separately. Neither implies a legal right.',
  none: 'The register has no record of a state that controls or claims this place.',
  controller: {
    heading: 'Controlled in fact by',
    none: 'No controller on record.',
    since: (date: ReactNode) => <>Since: {date}</>,
    citedAsWhole: 'No source is cited for this field. Sources for the record as a whole:',
    uncited: 'No source is cited for this field.',
  },
  claimants: {
    heading: 'Claimed by',
    none: 'No claimant on record.',
    period: (date: ReactNode) => <>Period: {date}</>,
  },
} as const;
