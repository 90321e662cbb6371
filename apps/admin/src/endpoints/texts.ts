/** The messages of failed requests that pages show to readers and editors. */
export const texts = {
  desk: {
    offline: 'You are offline. Connect to the network and try again.',
    unreachable: 'The desk is not responding. Try again in a few seconds.',
    signedOut: 'Your session has ended. Sign in again to continue.',
    unexpected: (status: number) => `The desk returned an unexpected response (status ${status}). Try again later.`,
  },
  apiUnreachable: 'The API is not responding. Try again in a few seconds.',
  noSuchRevision: (requested: number, latest: number) => `There is no revision ${requested}: the latest is ${latest}.`,
} as const;
