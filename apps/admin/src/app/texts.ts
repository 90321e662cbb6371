/** The texts of the site as a whole. */
export const texts = {
  /** The pattern of page titles, in which Next replaces `%s`. */
  titleTemplate: '%s · Chancery',
  description: 'How states deal with one another, and who says so.',
} as const;
