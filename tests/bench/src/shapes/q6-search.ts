import type { Shape } from './shape.ts';

export const q6: Shape = {
  name: 'Q6',
  description: 'text search, the 20 best matches',
  randomParameters: (random, { texts }) => ({ text: random.pick(texts) }),
  chancery: {
    query: `query Search($text: String!) {
  search(text: $text, first: 20) {
    nodes { id label }
  }
}`,
    variables: ({ text }) => ({ text }),
  },
  postgraphile: {
    query: `query Search($text: String!) {
  search: contestantsSearch(text: $text, first: 20) {
    nodes { id: rowId label }
  }
}`,
    variables: ({ text }) => ({ text }),
    translate: (data) => data,
  },
};
