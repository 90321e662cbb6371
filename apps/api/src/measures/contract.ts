import { allianceScales, type Reference, voteScale } from '@chancery/measures';
import { type Measure, type MeasureName, measureOf } from './catalogue.ts';
import type { SettledOptions } from './options.ts';

/** How a number was reckoned: what one needs to check it. What does not bear on a measure is null. */
export interface Contract {
  readonly measure: MeasureName;
  readonly scale: string;
  readonly weights: SettledOptions['weights'] | null;
  readonly distance: SettledOptions['distance'] | null;
  readonly selfTies: boolean | null;
  /** How many states were given a weight as targets; null where all count alike. */
  readonly targetWeights: number | null;
  readonly direction: SettledOptions['direction'] | null;
  readonly alliances: SettledOptions['alliances'] | null;
  readonly organizations: SettledOptions['organizations'] | null;
  readonly system: SettledOptions['system'];
  readonly convention: SettledOptions['convention'];
  readonly revision: number;
  readonly reference: Reference;
}

/** The contract of a measure, its options settled, at a revision. */
export function contractOf(name: MeasureName, options: SettledOptions, revision: number): Contract {
  const measure = measureOf(name);
  const isOfAlliances = measure.basis === 'ALLIANCES';
  const shapedBy = 'shapedBy' in measure ? measure.shapedBy : null;
  return {
    measure: name,
    scale: scaleOf(measure, options),
    weights: shapedBy === 'weights' ? options.weights : null,
    distance: shapedBy === 'distance' ? options.distance : null,
    selfTies: isOfAlliances ? options.selfTies : null,
    targetWeights: options.targetWeights?.size ?? null,
    direction: isOfAlliances ? options.direction : null,
    alliances: isOfAlliances ? options.alliances : null,
    organizations: measure.basis === 'MEMBERSHIPS' ? options.organizations : null,
    system: options.system,
    convention: options.convention,
    revision,
    reference: measure.reference,
  };
}

function scaleOf(measure: Measure, { scale }: SettledOptions): string {
  if ('unit' in measure) return measure.unit;
  return measure.basis === 'VOTES' ? voteScale.name : allianceScales[scale].name;
}
