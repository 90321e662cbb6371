import { evidenceStatus } from '@chancery/codebook';
import styles from './evidence.module.css';

/**
 * The evidence status of a fact, as icon and label. With `quiet`, renders nothing for the statuses recorded and
 * accepted.
 */
export function EvidenceStatus({ status, quiet = false }: { status: string; quiet?: boolean }) {
  const listed = Object.entries(evidenceStatus.values).find(([value]) => value === status)?.[1];
  if (quiet && (status === 'RECORDED' || status === 'ACCEPTED')) return null;
  return (
    <span className={styles.status} data-status={status} title={listed?.description}>
      <StatusSign status={status} />
      {listed?.label ?? status}
    </span>
  );
}

function StatusSign({ status }: { status: string }) {
  return (
    <svg
      width="11"
      height="11"
      viewBox="0 0 12 12"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      {shapes[status] ?? <circle cx="6" cy="6" r="4.5" />}
    </svg>
  );
}

const shapes: Readonly<Record<string, React.ReactNode>> = {
  ACCEPTED: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  NEEDS_SECOND_SOURCE: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9Z" fill="currentColor" stroke="none" />
    </>
  ),
  DISPUTED: <path d="M1 6h10M8 3l3 3-3 3M4 3 1 6l3 3" />,
  RETRACTED: <path d="M2 6h8" strokeWidth="2.2" />,
  REFUTED: <path d="m2.2 2.2 7.6 7.6m0-7.6-7.6 7.6" strokeWidth="2" />,
};
