/** The texts that are shown instead of a page to a network address that opens too many. */
export const texts = {
  tooManyPages: (seconds: number) =>
    `Your network has opened too many pages. Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  tooManyAtOnce: 'Your network is opening too many pages at the same time. Try again in a second.',
} as const;
