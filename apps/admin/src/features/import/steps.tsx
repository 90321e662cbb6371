import type { ImportStatus } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';
import { texts } from './texts.tsx';

/** The steps of an import, with the current one marked. Shows nothing for a cancelled or expired import. */
export function Steps({ status, hasSource }: { readonly status: ImportStatus; readonly hasSource: boolean }) {
  if (status === 'CANCELLED' || status === 'EXPIRED') return null;
  const current = currentStep(status, hasSource);
  return (
    <ol className={styles.steps} aria-label={texts.steps.label}>
      {texts.steps.names.map((step, index) => (
        <li key={step} data-done={index < current || undefined} aria-current={index === current ? 'step' : undefined}>
          <span aria-hidden="true">{index < current ? '✓' : index + 1}</span> {step}
          {index < current ? <span className="visually-hidden">{texts.steps.done}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function currentStep(status: ImportStatus, hasSource: boolean): number {
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
