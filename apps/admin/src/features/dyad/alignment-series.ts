import type { View } from '../../addresses/view.ts';
import { type Answer, queryRegister } from '../../doors/query-register.ts';
import { DyadAlignmentDocument, type DyadAlignmentQuery } from '../../generated/register/graphql.ts';

/** The measures of two states by year. */
export type DyadAlignment = NonNullable<DyadAlignmentQuery['dyad']>;

/** The measures that the page shows, in their order. */
export const seriesNames = ['kappa', 's', 'memberships', 'exercises'] as const;

/** One of them. */
export type SeriesName = (typeof seriesNames)[number];

interface Described {
  readonly title: string;
  /** The ends of its axis, where they are its own. */
  readonly ends?: readonly [bottom: number, top: number];
}

/** What each is called, and the ends of its axis. */
export const seriesOf: Readonly<Record<SeriesName, Described>> = {
  kappa: { title: 'Kappa on votes', ends: [-1, 1] },
  s: { title: 'S on votes', ends: [-1, 1] },
  memberships: { title: 'Organizations shared' },
  exercises: { title: 'Joint exercises held' },
};

/** The first year that is asked for: the General Assembly first voted in 1946. */
export const firstAlignmentYear = 1946;

/** A value as it is read: two decimals of a score, with the sign that it has; a count as it is. */
export function valueWords(name: SeriesName, value: number): string {
  return seriesOf[name].ends ? value.toFixed(2).replace('-', '−') : value.toLocaleString('en-GB');
}

/** Asks for the measures of two states up to the year of a day. */
export async function alignmentOf(
  a: string,
  b: string,
  on: string,
  view: Pick<View, 'at'>,
): Promise<Answer<DyadAlignment | null>> {
  const to = Math.max(firstAlignmentYear, Number(on.slice(0, 4)));
  const answer = await queryRegister(
    DyadAlignmentDocument,
    { a, b, on, from: Math.max(firstAlignmentYear, to - 99), to },
    view,
  );
  return answer.ok ? { ...answer, data: answer.data.dyad } : answer;
}
