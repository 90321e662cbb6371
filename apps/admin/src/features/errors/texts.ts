/** The texts of the pages that replace a page that failed, or whose request the API rejected. */
export const texts = {
  retry: 'Try again',
  unreachable: {
    heading: 'The register is not responding',
    body: 'It may be starting up. Try again in a few seconds.',
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
    showUnfiltered: 'Show the page without filters',
  },
} as const;
