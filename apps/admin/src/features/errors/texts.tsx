import type { ReactNode } from 'react';

/** The texts of the pages shown if a page fails, if the API rejects its request, or for addresses without a page. */
export const texts = {
  retry: 'Try again',
  unreachable: {
    heading: 'The register is not responding',
    body: 'Try again in a few seconds.',
  },
  failed: {
    heading: 'Sorry, something went wrong',
    logged: 'This page could not be shown. The error has been logged. Other pages may still work.',
    /** For an error in the browser, which the server does not log. */
    unlogged: 'This page could not be shown. Other pages may still work.',
  },
  reference: (digest: string) => `Reference: ${digest}`,
  refusal: {
    unknownRevision: 'No such revision',
    unanswerable: 'This request cannot be answered',
    showLatest: 'Show the page at the latest revision',
    showDefault: 'Show the page with default settings',
    showFirst: 'Show the first page of the list',
  },
  /** For search parameters that a page cannot use. */
  invalidAddress: {
    heading: 'This address has a mistake',
    title: 'The page cannot be shown as its address asks',
    showWithout: (names: readonly string[]) => `Show the page without ${names.join(', ')}`,
  },
  notFound: {
    title: 'Not found',
    heading: 'Page not found',
    empty: 'This address has no page',
    noPage: (name: string) => `There is no page “/${name}”`,
    noCollection: (collection: string) => `The register has no list “${collection}”`,
    noCode: (singular: string, code: string) => `No ${singular} has the code or id “${code}”`,
    notAnId: (singular: string, text: string) => `“${text}” is not the id of any ${singular}`,
    noRecord: (singular: string, id: string) => `The register has no ${singular} with the id ${id}`,
    noFact: (id: string) => `No fact or citation has the id “${id}”`,
    notRevision: (text: string) => `“${text}” is not the number of a revision, such as 1`,
    /** @param homeLink a link with the text `homePage`. */
    help: (homeLink: ReactNode) => (
      <>
        If you followed a link to a fact, part of the address may be missing. Facts keep their addresses, even when they
        are retired. Search for the fact by name, or start from the {homeLink}.
      </>
    ),
    homePage: 'home page',
  },
} as const;
