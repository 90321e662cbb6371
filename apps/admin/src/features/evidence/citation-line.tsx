import { stance } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { FactLink } from '../../fields/fact-link.tsx';
import { type CitationOutput, locatorWords } from './citation.ts';
import styles from './evidence.module.css';
import { GradeChip } from './grade-chip.tsx';
import { Manner } from './manner.tsx';

interface CitationLineProps {
  readonly citation: CitationOutput;
  readonly view: View;
  /** Whether the source is named: not on the source's own page. */
  readonly named?: boolean;
}

/** One citation: grade, source, place in it, what it does to the fact, in what mode and on whose word. */
export function CitationLine({ citation, view, named = true }: CitationLineProps) {
  const locator = locatorWords(citation);
  const listed = Object.entries(stance.values).find(([value]) => value === citation.stance)?.[1];
  return (
    <li className={styles.line} id={named ? citation.id : undefined}>
      <span className={styles.head}>
        <GradeChip grade={citation.grade} />
        <span>
          {named ? <FactLink fact={citation.source} view={view} /> : null}
          {named && locator ? ', ' : ''}
          {locator}
        </span>
        <span className={styles.stance} data-stance={citation.stance} title={listed?.description}>
          {listed?.label.toLowerCase() ?? citation.stance}
        </span>
        <Manner modality={citation.modality} hedge={citation.hedge} speaker={citation.attributedTo} view={view} />
      </span>
      {citation.excerpt ? (
        <blockquote className={styles.excerpt} lang={citation.excerptLanguage ?? undefined} dir="auto">
          {citation.excerpt}
        </blockquote>
      ) : null}
      {citation.note ? <span className={styles.note}>{citation.note}</span> : null}
      {citation.retrieved ? <span className={styles.note}>Last read {citation.retrieved.words}</span> : null}
    </li>
  );
}
