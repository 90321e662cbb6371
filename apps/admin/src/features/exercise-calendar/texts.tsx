import type { ReactNode } from 'react';

/** The texts of the exercise calendar, and of exercises on other pages. */
export const texts = {
  heading: 'Exercise calendar',
  lead: (held: ReactNode, announced: ReactNode) => (
    <>
      Exercises on record: {held} held, {announced} announced. If a source says that an announced exercise was held, a
      separate record of the exercise is linked to the announcement.
    </>
  ),
  showList: 'Show as a list',
  none: 'The register has no record of any exercise at this revision.',
  undated: 'Date not stated',
  period: (start: ReactNode, end: ReactNode) => (
    <>
      {start} to {end}
    </>
  ),
  moreParticipants: ', and others',
  pages: { name: 'Pages', later: '← Later exercises', earlier: 'Earlier exercises →' },
  legend: 'Marks',
  after: 'after',
  followedBy: 'followed by',
} as const;
