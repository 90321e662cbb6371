import { readingVersion } from '@chancery/codebook';
import { allianceScales, type Reference, voteScale } from '@chancery/measures';
import { yearOf } from '@chancery/reader';
import { type Measure, type MeasureName, measureOf } from './catalogue.ts';
import type { Coverage } from './coverage.ts';
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
  /** Whether a sample may be used. */
  readonly coverageRule: SettledOptions['coverage'];
  /** What the register covers of the data set. */
  readonly coverage: readonly CoverageLine[];
  /** With fewer things than this a value is marked. */
  readonly minimum: number;
  readonly readingVersion: number;
  readonly revision: number;
  readonly reference: Reference;
}

/** What one source covers, as it is told with a statistic. */
export interface CoverageLine {
  readonly dataSet: string | null;
  readonly source: { readonly id: string; readonly label: string };
  readonly population: string;
  readonly completeness: 'COMPLETE' | 'SAMPLE';
  /** The first and the last year; null where there is none or it is not known. */
  readonly from: number | null;
  readonly to: number | null;
  /** In EDTF. */
  readonly gaps: string | null;
  readonly isWithheld: boolean;
}

/** What the register covers of a data set, as it is told with a statistic. */
export function coverageLines({ records }: Pick<Coverage, 'records'>): CoverageLine[] {
  const year = (day: number) => (Number.isFinite(day) ? yearOf(day) : null);
  return records.map(({ dataSet, source, sourceName, population, completeness, period, gapsEdtf, isWithheld }) => ({
    ...{ dataSet, population, completeness, isWithheld, gaps: gapsEdtf },
    source: { id: source, label: sourceName },
    from: year(period.from),
    to: year(period.to),
  }));
}

/** The contract of a measure, its options settled, at a revision. */
export function contractOf(
  name: MeasureName,
  options: SettledOptions,
  revision: number,
  coverage: Pick<Coverage, 'records'>,
): Contract {
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
    coverageRule: options.coverage,
    coverage: coverageLines(coverage),
    minimum: measure.minimum,
    readingVersion,
    revision,
    reference: measure.reference,
  };
}

function scaleOf(measure: Measure, { scale }: SettledOptions): string {
  if ('unit' in measure) return measure.unit;
  return measure.basis === 'VOTES' ? voteScale.name : allianceScales[scale].name;
}
