import type { SpellReadingName } from '@chancery/codebook';
import type { ReactNode } from 'react';

const box = <rect x="1.5" y="1.5" width="9" height="9" />;
const full = <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />;

const shapes: { readonly [Reading in SpellReadingName]: ReactNode } = {
  CERTAIN: full,
  PRESUMED: (
    <>
      {box}
      <rect x="3.6" y="3.6" width="4.8" height="4.8" fill="currentColor" stroke="none" />
    </>
  ),
  LAST_RECORDED: (
    <>
      {box}
      <path d="M1.5 1.5H6v9H1.5Z" fill="currentColor" stroke="none" />
    </>
  ),
  POSSIBLE: (
    <>
      {box}
      <path d="M1.5 10.5v-9l9 9Z" fill="currentColor" stroke="none" />
    </>
  ),
  UNSTATED: <rect x="1.5" y="1.5" width="9" height="9" strokeDasharray="2 1.4" />,
  NO: <path d="M2 6h8" />,
};

/**
 * The icon of a reading: a full square for certain, emptier squares for less certain readings, a dash for a spell that
 * does not hold.
 */
export function ReadingMark({ reading }: { reading: SpellReadingName }) {
  return (
    <svg
      width="11"
      height="11"
      viewBox="0 0 12 12"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {shapes[reading]}
    </svg>
  );
}
