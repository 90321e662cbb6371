import type { ImportStatus } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';

const steps = ['Files', 'Source', 'Check', 'Changeset'] as const;

/** How far an import is on its way: files, source, check, changeset. */
export function Steps({ status, hasSource }: { readonly status: ImportStatus; readonly hasSource: boolean }) {
  if (status === 'CANCELLED') return null;
  const at = reached(status, hasSource);
  return (
    <ol className={styles.steps} aria-label="Steps">
      {steps.map((step, place) => (
        <li key={step} data-done={place < at || undefined} aria-current={place === at ? 'step' : undefined}>
          <span aria-hidden="true">{place < at ? '✓' : place + 1}</span> {step}
          {place < at ? <span className="visually-hidden"> (done)</span> : null}
        </li>
      ))}
    </ol>
  );
}

function reached(status: ImportStatus, hasSource: boolean): number {
  switch (status) {
    case 'CHECKED':
    case 'WRITING':
      return 3;
    case 'WRITTEN':
      return 4;
    default:
      return hasSource ? 2 : 1;
  }
}
