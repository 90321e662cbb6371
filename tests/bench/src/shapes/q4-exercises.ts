import type { Shape } from './shape.ts';

export const q4: Shape = {
  name: 'Q4',
  description: '50 exercises, their participants, and 5 organizations of each participant',
  randomParameters: (random) => {
    const from = random.within(1990, 2022);
    const month = String(random.within(1, 12)).padStart(2, '0');
    return { from: `${from}-${month}-01`, to: `${from + random.within(1, 3)}-${month}-28` };
  },
  chancery: {
    query: `query Exercises($filter: ExerciseFilter!) {
  exercises(first: 50, filter: $filter, orderBy: START_DESC) {
    nodes {
      id
      name
      status
      start { edtf earliest }
      participations(first: 20) {
        nodes {
          role
          actor {
            id
            label
            memberships(first: 5) {
              nodes {
                status
                organization { id name abbreviation }
              }
            }
          }
        }
      }
    }
  }
}`,
    variables: ({ from, to }) => ({ filter: { start: { certain: { from, to } } } }),
  },
  postgraphile: {
    query: `query Exercises($filter: ExerciseFilter!) {
  exercises(first: 50, filter: $filter, orderBy: [START_EARLIEST_DESC, ROW_ID_DESC]) {
    nodes {
      id: rowId
      name
      status
      start_edtf: startEdtf
      start_earliest: startEarliest
      participations(first: 20) {
        nodes {
          role
          actor {
            id: rowId
            label
            memberships: membershipsByMemberId(first: 5) {
              nodes {
                status
                organization { id: rowId name abbreviation }
              }
            }
          }
        }
      }
    }
  }
}`,
    variables: ({ from, to }) => ({
      filter: { startEarliest: { greaterThanOrEqualTo: from }, startLatest: { lessThanOrEqualTo: to } },
    }),
    translate: (data) => data,
  },
};
