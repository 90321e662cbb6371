import { modality, stance } from '@chancery/codebook';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { citationLocator, gradeOf, textOf } from './citation-values.ts';
import { DeskLink } from './desk-link.tsx';
import type { CitationDiff } from './fact-diff.ts';
import type { Names } from './names.ts';
import { isFactId } from './names.ts';
import styles from './review.module.css';
import { texts } from './texts.tsx';

/**
 * The citations of a fact or field, each with grade, source, locator, stance, modality, attribution, excerpt and note.
 */
export function EvidenceList({
  evidence,
  names,
}: {
  readonly evidence: readonly CitationDiff[];
  readonly names: Names;
}) {
  if (evidence.length === 0) return null;
  return (
    <ul className={styles.evidence}>
      {evidence.map((citation) => (
        <Citation key={citation.id} evidence={citation} names={names} />
      ))}
    </ul>
  );
}

function Citation({ evidence: { values, state }, names }: { readonly evidence: CitationDiff; readonly names: Names }) {
  const locator = citationLocator(values);
  const excerpt = textOf(values.excerpt);
  const hedge = textOf(values.hedge);
  const note = textOf(values.note);
  return (
    <li data-state={state}>
      <div className={styles.citationHead}>
        <span className={styles.citationState}>{texts.citation.states[state]}</span>
        <GradeChip grade={gradeOf(values, names)} />
        <span>
          {texts.citation.located(
            isFactId(values.source) ? <DeskLink id={values.source} names={names} /> : texts.citation.noSource,
            locator,
          )}
        </span>
        <span className={styles.stance} data-stance={textOf(values.stance)}>
          {labelIn(stance.values, values.stance)}
        </span>
        <span className={styles.manner}>
          {labelIn(modality.values, values.modality)}
          {hedge ? texts.citation.hedge(<q>{hedge}</q>) : null}
          {isFactId(values.attributedTo)
            ? texts.citation.attributedTo(<DeskLink id={values.attributedTo} names={names} />)
            : null}
        </span>
      </div>
      {excerpt ? (
        <blockquote lang={textOf(values.excerptLanguage) || undefined} dir="auto">
          {excerpt}
        </blockquote>
      ) : null}
      {note ? <p className={styles.aside}>{note}</p> : null}
    </li>
  );
}

function labelIn(values: Readonly<Record<string, { readonly label: string }>>, value: unknown): string {
  return typeof value === 'string' ? (values[value]?.label.toLowerCase() ?? value) : texts.citation.notStated;
}
