/** The texts of the form that leads from a state to a dyad. */
export const texts = {
  other: 'Relations with',
  otherExample: 'State or organization',
  submit: 'Show dyad',
} as const;
