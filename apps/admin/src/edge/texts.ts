/** The texts that are shown instead of a page: when too many pages are opened, and to clients that no page can answer. */
export const texts = {
  tooManyPages: (seconds: number) =>
    `Your network has opened too many pages. Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  busy: 'The server is rendering too many pages at the same time. Try again in a few seconds.',
  tooManyAtOnce: 'Your network is opening too many pages at the same time. Try again in a second.',
  methodNotAllowed: (methods: readonly string[]) => `This address accepts only ${methods.join(' or ')} requests.`,
  nothingHere:
    'There is nothing at this address. Check how it is spelled. The API is at /graphql, and /measures lists the files of statistics.',
  pagesAreHtml:
    'This address is a page in HTML, and has no JSON. Send a query to /graphql, or ask /measures for files of statistics.',
} as const;
