import type { Shape } from './shape.ts';

export const q5: Shape = {
  name: 'Q5',
  description: 'a dyad of states: agreements, shared organizations, exercises',
  randomParameters: (random, { states, today }) => {
    const [a, b] = random.sample(states, 2) as [string, string];
    return { a, b, today };
  },
  chancery: {
    query: `query Dyad($a: ActorRef!, $b: ActorRef!) {
  dyad(a: $a, b: $b) {
    a { id label }
    b { id label }
    agreements(first: 25, orderBy: SIGNED_DESC) {
      totalCount
      nodes { id title instrumentType status signed { edtf earliest } }
    }
    sharedOrganizations(first: 25) {
      totalCount
      nodes { id name abbreviation }
    }
    exercises(first: 25, orderBy: START_DESC) {
      totalCount
      nodes { id name status start { edtf earliest } }
    }
  }
}`,
    variables: ({ a, b }) => ({ a: { id: a }, b: { id: b } }),
  },
  postgraphile: {
    query: `query Dyad(
  $a: String!
  $b: String!
  $agreements: AgreementFilter!
  $organizations: OrganizationFilter!
  $exercises: ExerciseFilter!
) {
  a: fact(rowId: $a) { id: rowId label }
  b: fact(rowId: $b) { id: rowId label }
  agreements(first: 25, filter: $agreements, orderBy: [SIGNED_DESC, ROW_ID_DESC]) {
    totalCount
    nodes { id: rowId title instrumentType status signed_edtf: signedEdtf signed_earliest: signedEarliest }
  }
  sharedOrganizations: organizations(first: 25, filter: $organizations) {
    totalCount
    nodes { id: rowId name abbreviation }
  }
  exercises(first: 25, filter: $exercises, orderBy: [START_DESC, ROW_ID_DESC]) {
    totalCount
    nodes { id: rowId name status start_edtf: startEdtf start_earliest: startEarliest }
  }
}`,
    variables: ({ a = '', b = '', today }) => {
      const both = (condition: (actor: string) => object) => ({ and: [condition(a), condition(b)] });
      const onDay = [
        { validityStartLatest: { lessThanOrEqualTo: today } },
        { or: [{ validityEarliest: { isNull: true } }, { validityEarliest: { lessThanOrEqualTo: today } }] },
        {
          or: [
            { validityEndEarliest: { greaterThanOrEqualTo: today } },
            { validityLatest: { isNull: true }, validityAttestedUntil: { greaterThanOrEqualTo: today } },
          ],
        },
      ];
      return {
        a,
        b,
        agreements: both((actor) => ({ partyActions: { some: { actorId: { equalTo: actor } } } })),
        organizations: both((actor) => ({
          memberships: { some: { memberId: { equalTo: actor }, status: { equalTo: 'FULL' }, and: onDay } },
        })),
        exercises: both((actor) => ({
          participations: {
            some: { actorId: { equalTo: actor }, role: { in: ['HOST', 'LEAD', 'CO_ORGANIZER', 'PARTICIPANT'] } },
          },
        })),
      };
    },
    translate: (data) => ({ dyad: data }),
  },
};
