import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../endpoints/query-register.ts';
import { PolicyMeasureSidesDocument, type PolicyMeasureSidesQuery } from '../../generated/register/graphql.ts';

type PolicyMeasureParty = PolicyMeasureSidesQuery['policyMeasureParties']['nodes'][number];

/** A policy measure that one of two actors takes against the other, with one sender and one target. */
export interface PolicyMeasureBetween {
  readonly policyMeasure: PolicyMeasureParty['policyMeasure'];
  /** The id of the sender. */
  readonly sender: string;
  /** The id of the target. */
  readonly target: string;
}

/** Reads all policy measures that either of two actors takes against the other, once for each sender and target. */
export async function policyMeasuresBetween(
  a: string,
  b: string,
  view: View,
): Promise<Answer<readonly PolicyMeasureBetween[]>> {
  const parties: PolicyMeasureParty[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<PolicyMeasureSidesQuery> = await queryRegister(
      PolicyMeasureSidesDocument,
      { a, b, after },
      view,
    );
    if (!answer.ok) return answer;
    const { nodes, pageInfo }: PolicyMeasureSidesQuery['policyMeasureParties'] = answer.data.policyMeasureParties;
    parties.push(...nodes);
    if (!pageInfo.hasNextPage) return { ...answer, data: pairSendersAndTargets(parties) };
    after = pageInfo.endCursor;
  }
}

function pairSendersAndTargets(parties: readonly PolicyMeasureParty[]): PolicyMeasureBetween[] {
  return parties.flatMap(({ role, actor, policyMeasure }) => {
    if (role !== 'SENDER') return [];
    const targets = parties.filter((party) => party.role === 'TARGET' && party.policyMeasure.id === policyMeasure.id);
    return targets
      .filter((target) => target.actor.id !== actor.id)
      .map((target) => ({ policyMeasure, sender: actor.id, target: target.actor.id }));
  });
}
