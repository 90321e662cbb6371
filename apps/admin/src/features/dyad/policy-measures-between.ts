import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../doors/query-register.ts';
import { MeasureSidesDocument, type MeasureSidesQuery } from '../../generated/register/graphql.ts';

type MeasureParty = MeasureSidesQuery['measureParties']['nodes'][number];

/** A policy measure that one of two actors takes against the other. */
export interface PolicyMeasureBetween {
  readonly measure: MeasureParty['measure'];
  /** The id of the sender. */
  readonly sender: string;
  /** The id of the target. */
  readonly target: string;
}

/** Reads the policy measures that either of two actors takes against the other. */
export async function policyMeasuresBetween(
  a: string,
  b: string,
  view: View,
): Promise<Answer<readonly PolicyMeasureBetween[]>> {
  const parties: MeasureParty[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<MeasureSidesQuery> = await queryRegister(MeasureSidesDocument, { a, b, after }, view);
    if (!answer.ok) return answer;
    const { nodes, pageInfo }: MeasureSidesQuery['measureParties'] = answer.data.measureParties;
    parties.push(...nodes);
    if (!pageInfo.hasNextPage) return { ...answer, data: pairSendersAndTargets(parties) };
    after = pageInfo.endCursor;
  }
}

function pairSendersAndTargets(parties: readonly MeasureParty[]): PolicyMeasureBetween[] {
  return parties.flatMap(({ role, actor, measure }) => {
    if (role !== 'SENDER') return [];
    const targets = parties.filter((party) => party.role === 'TARGET' && party.measure.id === measure.id);
    return targets
      .filter((target) => target.actor.id !== actor.id)
      .map((target) => ({ measure, sender: actor.id, target: target.actor.id }));
  });
}
