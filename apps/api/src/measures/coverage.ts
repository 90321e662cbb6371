import type { CoveredKind } from '@chancery/codebook';
import { type CoverageRecord, coversPeriod, type Period, type RegisterView, yearOf } from '@chancery/reader';
import type { MeasureName } from './catalogue.ts';
import { measureOf } from './catalogue.ts';
import { type DyadValue, noDyadValue } from './comparison.ts';
import type { ResolvedOptions } from './options.ts';

/** The data that a statistic needs: the facts of a kind, as one published data set lists them. */
export interface DataSet {
  readonly kind: CoveredKind;
  /** The short name of the data set; null when no published data set lists all facts of the kind. */
  readonly name: string | null;
  /** A noun phrase for its contents, for use in sentences. */
  readonly nounPhrase: string;
}

/** The data sets of alliances, by the value of the option `alliances`. */
export const allianceSets = {
  COW: { kind: 'OBLIGATIONS', name: 'COW_ALLIANCES', nounPhrase: 'alliances of the Correlates of War' },
  COW_BY_DYAD: {
    kind: 'OBLIGATIONS',
    name: 'COW_ALLIANCES_BY_DYAD',
    nounPhrase: 'alliances of the Correlates of War by dyad and year',
  },
  ATOP: { kind: 'OBLIGATIONS', name: 'ATOP', nounPhrase: 'alliances of ATOP' },
} as const satisfies Readonly<Record<ResolvedOptions['alliances'], DataSet>>;

/** Returns the data set on which a measure is computed. */
export function dataSetOf(name: MeasureName, { alliances, organizations }: ResolvedOptions): DataSet {
  const { basis } = measureOf(name);
  switch (basis) {
    case 'VOTES':
      return { kind: 'VOTES', name: 'UNGA', nounPhrase: 'roll calls of the General Assembly' };
    case 'ALLIANCES':
      return allianceSets[alliances];
    case 'MEMBERSHIPS':
      return organizations === 'ALL'
        ? { kind: 'MEMBERSHIPS', name: null, nounPhrase: 'memberships of all organizations' }
        : { kind: 'MEMBERSHIPS', name: organizations, nounPhrase: 'memberships of the Correlates of War' };
    case 'EXERCISES':
      return name === 'ANNOUNCED_EXERCISES'
        ? { kind: 'EXERCISES_ANNOUNCED', name: null, nounPhrase: 'announced exercises' }
        : { kind: 'EXERCISES', name: 'MME', nounPhrase: 'exercises held' };
    case 'EVENTS':
      return { kind: 'EVENTS', name: null, nounPhrase: 'events' };
    default:
      return basis satisfies never;
  }
}

/** What the register covers of a data set, and whether incomplete data may be used. */
export interface Coverage {
  readonly dataSet: DataSet;
  /**
   * The coverage records of the complete data set or, if there are none, all records about facts of the kind that do
   * not belong to a different named data set.
   */
  readonly records: readonly CoverageRecord[];
  /** The sources whose facts are counted in a statistic over the span; `undefined` when all facts count. */
  readonly sources: readonly string[] | undefined;
  /** True when the statistic is computed on a sample. */
  readonly isSample: boolean;
  /**
   * Returns a null value with the reason why there is none in a period; `undefined` when the period is covered, or a
   * sample may be used.
   */
  readonly missing: (days: Period) => DyadValue | undefined;
}

/**
 * Determines what the register covers of a data set over a span of days; `view` says whether withheld facts are
 * visible. A statistic is computed on the complete data set or, if none of it is in the span and `rule` is ANY, on a
 * sample. The two are never mixed within a span. The reason for a missing value is WITHHELD in a period that a withheld
 * source covers and the complete data set does not.
 */
export function coverageOf(
  all: readonly CoverageRecord[],
  dataSet: DataSet,
  span: Period,
  { rule, view }: { rule: ResolvedOptions['coverage']; view: RegisterView },
): Coverage {
  const ofKind = all.filter(
    ({ kind, dataSet: name }) =>
      kind === dataSet.kind && (dataSet.name === null || name === null || name === dataSet.name),
  );
  const isHidden = ({ isWithheld }: CoverageRecord) => isWithheld && view.withheld !== null;
  const complete = ofKind.filter(
    (record) => dataSet.name !== null && record.dataSet === dataSet.name && record.completeness === 'COMPLETE',
  );
  const open = complete.filter((record) => !isHidden(record));
  const hidden = ofKind.filter(isHidden);
  const isComplete = open.some(({ period }) => period.from <= span.to && period.to >= span.from);
  const isSample = !isComplete && rule === 'ANY';
  const missing = (days: Period): DyadValue | undefined => {
    if (isComplete && open.some((record) => coversPeriod(record, days))) return undefined;
    if (hidden.some((record) => coversPeriod(record, days)))
      return noDyadValue(
        'WITHHELD',
        'The terms of the source that covers this period do not allow its contents to be shown to the public.',
      );
    if (isSample) return undefined;
    return noDyadValue(
      'NOT_COVERED',
      notCovered(dataSet, open.length > 0 ? open : ofKind.filter((record) => !isHidden(record)), days),
    );
  };
  const records = complete.length > 0 ? complete : ofKind;
  return {
    dataSet,
    records,
    sources: isComplete ? [...new Set(open.map(({ source }) => source))].sort() : undefined,
    isSample,
    missing,
  };
}

function notCovered({ nounPhrase }: DataSet, records: readonly CoverageRecord[], days: Period): string {
  const complete = records.filter(({ completeness }) => completeness === 'COMPLETE');
  const [record] = complete;
  if (!record) {
    // Keep this short: files repeat it for each dyad.
    return records.length > 0
      ? `The register holds only a sample of ${nounPhrase}.`
      : `The register has no complete data on ${nounPhrase}.`;
  }
  const [from, to] = [yearText(record.period.from), yearText(record.period.to)];
  const isGap = record.period.from <= days.from && days.to <= record.period.to;
  return isGap
    ? `The data on ${nounPhrase} have a gap in ${yearOf(days.from)}.`
    : `The complete data on ${nounPhrase} cover ${from} to ${to}.`;
}

function yearText(day: number): string {
  return Number.isFinite(day) ? String(yearOf(day)) : 'an unknown year';
}
