import type { ReactNode } from 'react';

/** The texts of the additional content on the page of a source: citations and coverage. */
export const texts = {
  citations: {
    heading: 'Citations',
    lead: 'The cited passages of this source, each with the fact that it is cited for, the speaker, and the grade of the information.',
    none: 'There are no citations of this source to show',
    pages: { name: 'Pages of citations', first: 'First citations', more: 'More citations →' },
    columns: {
      locator: 'Passage',
      fact: 'Cited for',
      stance: 'Stance',
      attribution: 'Attribution',
      grade: 'Grade',
    },
  },
  coverage: {
    heading: 'Coverage',
    lead: 'The facts that the source aims to record. If something outside this coverage is missing, that does not mean that it did not happen.',
    none: 'The register has no record of what this source covers. If the source does not mention something, that does not mean that it did not happen.',
    /** Says what is covered: `Memberships of NATO: states, 1949 to 2014, except 1990.` */
    scope: ({
      kind,
      organization,
      population,
      period,
      gaps,
    }: {
      readonly kind: ReactNode;
      readonly organization: ReactNode;
      readonly population: string;
      readonly period: ReactNode;
      readonly gaps: string | undefined;
    }) => (
      <>
        {kind}
        {organization ? <> of {organization}</> : null}: {population}, {period}
        {gaps === undefined ? '' : `, except ${gaps}`}.
      </>
    ),
    dataSet: (dataSet: ReactNode) => <>Data set {dataSet}.</>,
    completeness: (label: string) => `${label}.`,
  },
  withheld: {
    title: 'Facts from this source are withheld',
    /** @param licence the terms of the source; null if they are not recorded. */
    body: (licence: string | null) =>
      `Facts imported from this source are not shown to the public, because its terms do not allow it or are not known${licence ? ` (${licence.replace(/\.$/, '')})` : ''}.`,
  },
} as const;
