/** The texts of the history of a fact at the desk. */
export const texts = {
  history: {
    pageTitle: 'History',
    none: 'No history',
    noneText: 'This fact has never been in the register. A draft has no history until it is merged.',
  },
} as const;
