import type { Shape } from './shape.ts';

export const q1: Shape = {
  name: 'Q1',
  description: 'a state by its code',
  randomParameters: (random, { codes, today }) => ({ code: random.pick(codes), today }),
  chancery: {
    query: `query State($code: String!) {
  state(code: $code) {
    id
    name
    officialName
    validity { edtf earliest latest }
  }
}`,
    variables: ({ code }) => ({ code }),
  },
  postgraphile: {
    query: `query State($code: String!) {
  externalCodeBySchemeAndValue(scheme: "ISO_A3", value: $code) {
    state {
      id: rowId
      name
      officialName
      validity_edtf: validityEdtf
      validity_earliest: validityEarliest
      validity_latest: validityLatest
    }
  }
}`,
    variables: ({ code }) => ({ code }),
    translate: ({ externalCodeBySchemeAndValue: found }) => found ?? { state: null },
  },
};
