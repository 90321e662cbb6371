import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../doors/query-register.ts';
import { MeasureSidesDocument, type MeasureSidesQuery } from '../../generated/register/graphql.ts';

type MeasureSide = MeasureSidesQuery['measureParties']['nodes'][number];

/** A measure that one of two actors takes toward the other. */
export interface MeasureBetween {
  readonly measure: MeasureSide['measure'];
  /** The id of who takes it. */
  readonly sender: string;
  /** The id of whom it is aimed at. */
  readonly target: string;
}

/** The measures that either of two actors takes toward the other. */
export async function measuresBetween(a: string, b: string, view: View): Promise<Answer<readonly MeasureBetween[]>> {
  const sides: MeasureSide[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<MeasureSidesQuery> = await queryRegister(MeasureSidesDocument, { a, b, after }, view);
    if (!answer.ok) return answer;
    const { nodes, pageInfo }: MeasureSidesQuery['measureParties'] = answer.data.measureParties;
    sides.push(...nodes);
    if (!pageInfo.hasNextPage) return { ...answer, data: pairs(sides) };
    after = pageInfo.endCursor;
  }
}

function pairs(sides: readonly MeasureSide[]): MeasureBetween[] {
  return sides.flatMap(({ role, actor, measure }) => {
    if (role !== 'SENDER') return [];
    const targets = sides.filter((side) => side.role === 'TARGET' && side.measure.id === measure.id);
    return targets
      .filter((target) => target.actor.id !== actor.id)
      .map((target) => ({ measure, sender: actor.id, target: target.actor.id }));
  });
}
