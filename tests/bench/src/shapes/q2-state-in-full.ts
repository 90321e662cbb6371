import type { Shape } from './shape.ts';

export const q2: Shape = {
  name: 'Q2',
  description: 'a state with 50 memberships and its 50 latest agreements with their parties',
  randomParameters: (random, { codes, today }) => ({ code: random.pick(codes), today }),
  chancery: {
    query: `query StateInFull($code: String!) {
  state(code: $code) {
    id
    name
    memberships(first: 50) {
      nodes {
        id
        status
        validity { edtf earliest latest }
        organization { id name abbreviation }
      }
    }
    partyActions(first: 50, orderBy: AGREEMENT_SIGNED_DESC) {
      nodes {
        action
        dateOfAct { edtf }
        agreement {
          id
          title
          instrumentType
          status
          signed { edtf earliest }
          partyActions(first: 20) {
            nodes {
              action
              actor { id label }
            }
          }
        }
      }
    }
  }
}`,
    variables: ({ code }) => ({ code }),
  },
  postgraphile: {
    query: `query StateInFull($code: String!) {
  externalCodeBySchemeAndValue(scheme: "ISO_A3", value: $code) {
    state {
      id: rowId
      name
      memberships(first: 50) {
        nodes {
          id: rowId
          status
          validity_edtf: validityEdtf
          validity_earliest: validityEarliest
          validity_latest: validityLatest
          organization { id: rowId name abbreviation }
        }
      }
      partyActions(
        first: 50
        filter: { agreementSignedEarliest: { isNull: false } }
        orderBy: [AGREEMENT_SIGNED_EARLIEST_DESC, ROW_ID_DESC]
      ) {
        nodes {
          action
          dateOfAct_edtf: dateOfActEdtf
          agreement {
            id: rowId
            title
            instrumentType
            status
            signed_edtf: signedEdtf
            signed_earliest: signedEarliest
            partyActions(first: 20) {
              nodes {
                action
                actor { id: rowId label }
              }
            }
          }
        }
      }
    }
  }
}`,
    variables: ({ code }) => ({ code }),
    translate: ({ externalCodeBySchemeAndValue: found }) => found ?? { state: null },
  },
};
