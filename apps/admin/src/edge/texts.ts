/** The texts that are shown instead of a page when a network address, or all together, open too many. */
export const texts = {
  tooManyPages: (seconds: number) =>
    `Your network has opened too many pages. Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  busy: 'The server is rendering too many pages at the same time. Try again in a few seconds.',
  tooManyAtOnce: 'Your network is opening too many pages at the same time. Try again in a second.',
} as const;
