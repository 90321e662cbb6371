import type { ReactNode } from 'react';

/** The texts of the site as a whole, and of addresses that do not exist. */
export const texts = {
  /** The pattern of page titles, in which Next replaces `%s`. */
  titleTemplate: '%s · Chancery',
  description: 'How states deal with one another, and who says so.',
  notFound: {
    title: 'Not found',
    heading: 'Page not found',
    empty: 'This address has no page',
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
