import { stance } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { Attribution } from './attribution.tsx';
import { type CitationOutput, locatorWords } from './citation.ts';
import styles from './evidence.module.css';
import { GradeChip } from './grade-chip.tsx';
import { texts } from './texts.tsx';

interface CitationLineProps {
  readonly citation: CitationOutput;
  readonly view: View;
}

/** One citation: grade, source, locator, stance and attribution, with its excerpt, note and day of retrieval. */
export function CitationLine({ citation, view }: CitationLineProps) {
  const locator = locatorWords(citation);
  const listed = Object.entries(stance.values).find(([value]) => value === citation.stance)?.[1];
  return (
    <li className={styles.line} id={citation.id}>
      <span className={styles.head}>
        <GradeChip grade={citation.grade} />
        <span>
          <FactLink fact={citation.source} view={view} />
          {locator ? ', ' : ''}
          {locator}
        </span>
        <span className={styles.stance} data-stance={citation.stance} title={listed?.description}>
          {listed?.label.toLowerCase() ?? citation.stance}
        </span>
        <Attribution modality={citation.modality} hedge={citation.hedge} speaker={citation.attributedTo} view={view} />
      </span>
      {citation.excerpt ? (
        <blockquote className={styles.excerpt} lang={citation.excerptLanguage ?? undefined} dir="auto">
          {citation.excerpt}
        </blockquote>
      ) : null}
      {citation.note ? <span className={styles.note}>{citation.note}</span> : null}
      {citation.retrieved ? <span className={styles.note}>{texts.retrieved(citation.retrieved.words)}</span> : null}
    </li>
  );
}
