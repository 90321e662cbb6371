/** The texts of the history page at the desk that do not depend on the fact. */
export const texts = {
  history: {
    pageTitle: 'History',
    none: 'No history',
    all: (plural: string) => `Show all ${plural}`,
    noneText: 'The register has never had this fact. A draft has no history until it is merged.',
  },
} as const;
