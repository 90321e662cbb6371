import { type CoverageRecord, type CoveredKind, coversPeriod, type Period, type Seen, yearOf } from '@chancery/reader';
import type { MeasureName } from './catalogue.ts';
import { measureOf } from './catalogue.ts';
import { type DyadValue, incomparable } from './comparison.ts';
import type { SettledOptions } from './options.ts';

/** The data set on which a statistic is computed: a kind of fact, and whose facts of it. */
export interface DataSet {
  readonly kind: CoveredKind;
  /** Null where no published data set holds all facts of the kind. */
  readonly name: string | null;
  /** What it holds, for sentences. */
  readonly words: string;
}

/** The data sets of alliances, by the option that names them. */
export const allianceSets = {
  COW: { kind: 'OBLIGATIONS', name: 'COW_ALLIANCES', words: 'alliances of the Correlates of War' },
  COW_BY_DYAD: {
    kind: 'OBLIGATIONS',
    name: 'COW_ALLIANCES_BY_DYAD',
    words: 'alliances of the Correlates of War by dyad and year',
  },
  ATOP: { kind: 'OBLIGATIONS', name: 'ATOP', words: 'alliances of ATOP' },
} as const satisfies Readonly<Record<SettledOptions['alliances'], DataSet>>;

/** The data set on which a measure is computed. */
export function dataSetOf(name: MeasureName, { alliances, organizations }: SettledOptions): DataSet {
  const { basis } = measureOf(name);
  switch (basis) {
    case 'VOTES':
      return { kind: 'VOTES', name: 'UNGA', words: 'roll calls of the General Assembly' };
    case 'ALLIANCES':
      return allianceSets[alliances];
    case 'MEMBERSHIPS':
      return organizations === 'ALL'
        ? { kind: 'MEMBERSHIPS', name: null, words: 'memberships of all organizations' }
        : { kind: 'MEMBERSHIPS', name: organizations, words: 'memberships of the Correlates of War' };
    case 'EXERCISES':
      return name === 'ANNOUNCED_EXERCISES'
        ? { kind: 'EXERCISES_ANNOUNCED', name: null, words: 'announced exercises' }
        : { kind: 'EXERCISES', name: 'MME', words: 'exercises held' };
    case 'EVENTS':
      return { kind: 'EVENTS', name: null, words: 'events' };
    default:
      return basis satisfies never;
  }
}

/** What the register covers of a data set, and whether incomplete data may be used. */
export interface Coverage {
  readonly dataSet: DataSet;
  /** The records of the data set, or where it has none those of samples of its kind. */
  readonly records: readonly CoverageRecord[];
  /** The sources to whose facts a statistic over the span is confined; `undefined` where every fact counts. */
  readonly sources: readonly string[] | undefined;
  /** Whether what is computed rests on a sample. */
  readonly isSample: boolean;
  /** Why there is no value in a period; `undefined` where it is covered. */
  readonly missing: (days: Period) => DyadValue | undefined;
}

/**
 * Looks up what the register covers of a data set over a span of days, for somebody who may or may not see what is
 * withheld. A statistic is computed on the complete data set; where the span has none, on a sample if `rule` is ANY. Sets
 * are never mixed within a span. What is withheld is said to be so wherever the coverage of its source reaches.
 */
export function coverageOf(
  all: readonly CoverageRecord[],
  dataSet: DataSet,
  span: Period,
  { rule, seen }: { rule: SettledOptions['coverage']; seen: Seen },
): Coverage {
  const ofKind = all.filter(
    ({ kind, dataSet: name }) =>
      kind === dataSet.kind && (dataSet.name === null || name === null || name === dataSet.name),
  );
  const isHidden = ({ isWithheld }: CoverageRecord) => isWithheld && seen.withheld !== null;
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
      return incomparable(
        'WITHHELD',
        'The terms of the source that covers it do not allow it to be shown to the public.',
      );
    if (isSample) return undefined;
    return incomparable(
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

function notCovered({ words }: DataSet, records: readonly CoverageRecord[], days: Period): string {
  const complete = records.filter(({ completeness }) => completeness === 'COMPLETE');
  const [record] = complete;
  if (!record) {
    // Short: files repeat it for each dyad.
    return records.length > 0 ? `The register holds only a sample of ${words}.` : `No complete data on ${words}.`;
  }
  const [from, to] = [yearText(record.period.from), yearText(record.period.to)];
  const isGap = record.period.from <= days.from && days.to <= record.period.to;
  return isGap ? `The ${words} have a gap in ${yearOf(days.from)}.` : `The ${words} are covered from ${from} to ${to}.`;
}

function yearText(day: number): string {
  return Number.isFinite(day) ? String(yearOf(day)) : 'an unknown year';
}
