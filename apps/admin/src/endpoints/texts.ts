/** The messages that pages show to readers and editors if a request fails. */
export const texts = {
  desk: {
    offline: 'You are offline. Connect to the network and try again.',
    unreachable: 'The desk is not responding. Try again in a few seconds.',
    signedOut: 'You are not signed in. Sign in to continue.',
    unexpected: (status: number) => `The desk returned an unexpected response (status ${status}). Try again later.`,
  },
  apiUnreachable: 'The API is not responding. Try again in a few seconds.',
} as const;
