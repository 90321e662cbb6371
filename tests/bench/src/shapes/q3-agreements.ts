import type { Shape } from './shape.ts';

export const q3: Shape = {
  name: 'Q3',
  description: 'filtered agreements, 50 per page with total count, parties and citations',
  randomParameters: (random, { instrumentTypes }) => {
    const from = random.within(1950, 2015);
    const month = String(random.within(1, 12)).padStart(2, '0');
    return {
      type: random.pick(instrumentTypes),
      from: `${from}-${month}-01`,
      to: `${from + random.within(4, 20)}-${month}-28`,
    };
  },
  chancery: {
    query: `query Agreements($filter: AgreementFilter!) {
  agreements(first: 50, filter: $filter, orderBy: SIGNED_DESC) {
    totalCount
    nodes {
      id
      title
      instrumentType
      status
      signed { edtf earliest latest }
      partyActions(first: 20) {
        nodes {
          action
          dateOfAct { edtf }
          actor { id label }
        }
      }
      citations(first: 10) {
        nodes {
          id
          page
          stance
          credibility
          source { id name reliability }
        }
      }
    }
  }
}`,
    variables: ({ type, from, to }) => ({
      filter: { instrumentType: { eq: type }, signed: { certain: { from, to } } },
    }),
  },
  postgraphile: {
    query: `query Agreements($filter: AgreementFilter!) {
  agreements(first: 50, filter: $filter, orderBy: [SIGNED_EARLIEST_DESC, ROW_ID_DESC]) {
    totalCount
    nodes {
      id: rowId
      title
      instrumentType
      status
      signed_edtf: signedEdtf
      signed_earliest: signedEarliest
      signed_latest: signedLatest
      partyActions(first: 20) {
        nodes {
          action
          dateOfAct_edtf: dateOfActEdtf
          actor { id: rowId label }
        }
      }
      citations(first: 10) {
        nodes {
          id: rowId
          page
          stance
          credibility
          source { id: rowId name reliability }
        }
      }
    }
  }
}`,
    variables: ({ type, from, to }) => ({
      filter: {
        instrumentType: { equalTo: type },
        signedEarliest: { greaterThanOrEqualTo: from },
        signedLatest: { lessThanOrEqualTo: to },
      },
    }),
    translate: (data) => data,
  },
};
