import { readingVersion } from '@chancery/codebook';
import { allianceScales, ballotScale, type Reference } from '@chancery/measures';
import { yearOf } from '@chancery/reader';
import { type Measure, type MeasureName, measureOf } from './catalogue.ts';
import type { Coverage } from './coverage.ts';
import type { ResolvedOptions } from './options.ts';

/** How a number was computed: everything needed to reproduce it. Options that do not apply to the measure are null. */
export interface Contract {
  readonly measure: MeasureName;
  readonly scale: string;
  readonly weights: ResolvedOptions['weights'] | null;
  readonly distance: ResolvedOptions['distance'] | null;
  readonly selfTies: boolean | null;
  /** The number of states with a weight as a target; null when all targets have equal weight. */
  readonly targetWeights: number | null;
  readonly direction: ResolvedOptions['direction'] | null;
  readonly alliances: ResolvedOptions['alliances'] | null;
  readonly organizations: ResolvedOptions['organizations'] | null;
  readonly system: ResolvedOptions['system'];
  readonly convention: ResolvedOptions['convention'];
  /** Whether a sample may be used. */
  readonly coverageRule: ResolvedOptions['coverage'];
  /** What the register covers of the data set. */
  readonly coverage: readonly CoverageLine[];
  /**
   * The minimum number of observations: a value that rests on fewer is marked as below the minimum. 0 if there is none.
   */
  readonly minimum: number;
  readonly readingVersion: number;
  readonly revision: number;
  readonly reference: Reference;
}

/** What one source covers, as reported with a statistic. */
export interface CoverageLine {
  readonly dataSet: string | null;
  readonly source: { readonly id: string; readonly label: string };
  readonly population: string;
  readonly completeness: 'COMPLETE' | 'SAMPLE';
  /** The first and the last year; null when the coverage is open or the year is unknown. */
  readonly from: number | null;
  readonly to: number | null;
  /** Periods that are not covered, in EDTF. */
  readonly gaps: string | null;
  readonly isWithheld: boolean;
}

/** Converts coverage records to the form in which a statistic reports them, one line per record. */
export function coverageLines({ records }: Pick<Coverage, 'records'>): CoverageLine[] {
  const year = (day: number) => (Number.isFinite(day) ? yearOf(day) : null);
  return records.map(({ dataSet, source, sourceName, population, completeness, period, gapsEdtf, isWithheld }) => ({
    ...{ dataSet, population, completeness, isWithheld, gaps: gapsEdtf },
    source: { id: source, label: sourceName },
    from: year(period.from),
    to: year(period.to),
  }));
}

/** Returns the contract of a measure that is computed with these options, from this revision and coverage. */
export function contractOf(
  name: MeasureName,
  options: ResolvedOptions,
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

function scaleOf(measure: Measure, { scale }: ResolvedOptions): string {
  if ('unit' in measure) return measure.unit;
  return measure.basis === 'VOTES' ? ballotScale.name : allianceScales[scale].name;
}
