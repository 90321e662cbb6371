import { partyStatus } from '@chancery/codebook';
import styles from './agreement.module.css';
import { texts } from './texts.ts';

/**
 * The status of an actor under an agreement: a label, and an icon. The icon is filled for a party, and partly filled if
 * the agreement is not yet in force for the actor or is applied provisionally.
 */
export function PartyStatus({ status }: { status: string | null }) {
  const listed = Object.entries(partyStatus.values).find(([value]) => value === status)?.[1];
  return (
    <span className={styles.status} data-status={status} title={listed?.description}>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        {signs[status ?? 'NONE'] ?? null}
      </svg>
      {status === null || status === 'NONE' ? texts.noStatus : (listed?.label ?? status)}
    </span>
  );
}

const ring = <circle cx="6" cy="6" r="4.75" />;
const signs: Readonly<Record<string, React.ReactNode>> = {
  NONE: <path d="M3 6h6" />,
  SIGNATORY: ring,
  CONTRACTING: (
    <>
      {ring}
      <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5Z" fill="currentColor" stroke="none" />
    </>
  ),
  PARTY: <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
  PROVISIONAL: (
    <>
      {ring}
      <circle cx="6" cy="6" r="1.75" fill="currentColor" stroke="none" />
    </>
  ),
  FORMER: (
    <>
      {ring}
      <path d="m2.6 9.4 6.8-6.8" />
    </>
  ),
};
