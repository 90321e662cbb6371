import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister, type Refusal, RegisterError } from '../../endpoints/query-register.ts';
import { DyadAlignmentDocument, type DyadAlignmentQuery } from '../../generated/register/graphql.ts';
import { texts } from './texts.tsx';

/** The statistics of two states by year. */
export type DyadAlignment = NonNullable<DyadAlignmentQuery['dyad']>;

/** The statistics that the page of a dyad shows, in this order. */
export const seriesNames = ['kappa', 's', 'memberships', 'exercises'] as const;

/** The name of a statistic that the page of a dyad shows. */
export type SeriesName = (typeof seriesNames)[number];

interface SeriesDescription {
  readonly title: string;
  /** The fixed bounds of the statistic; undefined for a count. */
  readonly ends?: readonly [bottom: number, top: number];
}

/** The title of each statistic, and its bounds if it has fixed ones. Statistics without bounds are counts. */
export const seriesDescriptions: Readonly<Record<SeriesName, SeriesDescription>> = {
  kappa: { title: texts.alignment.titles.kappa, ends: [-1, 1] },
  s: { title: texts.alignment.titles.s, ends: [-1, 1] },
  memberships: { title: texts.alignment.titles.memberships },
  exercises: { title: texts.alignment.titles.exercises },
};

/** The first year to query: the General Assembly first voted in 1946. */
export const firstAlignmentYear = 1946;

/** Formats a value: with two decimals for a statistic with fixed bounds, with thousands separators for a count. */
export function valueWords(name: SeriesName, value: number): string {
  return seriesDescriptions[name].ends ? value.toFixed(2).replace('-', '−') : value.toLocaleString('en-GB');
}

/**
 * Queries the statistics of two states by year, from 1946 to the year of the day `on`, but for at most the last 100 of
 * these years. The data is null if the register does not have both states. Statistics that the API is too busy to
 * compute are a refusal that {@link isBusy}, so that the rest of the page is shown.
 */
export async function loadAlignment(
  a: string,
  b: string,
  on: string,
  view: Pick<View, 'at'>,
): Promise<Answer<DyadAlignment | null>> {
  const to = Math.max(firstAlignmentYear, Number(on.slice(0, 4)));
  try {
    const answer = await queryRegister(
      DyadAlignmentDocument,
      { a, b, on, from: Math.max(firstAlignmentYear, to - 99), to },
      view,
    );
    return answer.ok ? { ...answer, data: answer.data.dyad } : answer;
  } catch (error) {
    if (!(error instanceof RegisterError) || !isBusy({ code: error.digest })) throw error;
    return { ok: false, refusal: { code: error.digest, message: error.message, status: 503 } };
  }
}

/** True when the API refused a query because it is too busy, so that the same query may succeed later. */
export function isBusy({ code }: Pick<Refusal, 'code'>): boolean {
  return ['RETRYABLE', 'TIMEOUT', 'RATE_LIMITED'].includes(code);
}
