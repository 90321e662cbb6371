'use client';

import type { FieldEvidence } from '@chancery/changesets';
import type { Draft, DraftCitation } from '../changeset/draft.ts';
import styles from './editor.module.css';
import { useFocus } from './focus.tsx';
import { texts } from './texts.tsx';

/**
 * Returns the citations of a field and those of the fact as a whole; all citations of the fact if no field is given.
 */
export function citationsFor({ citations }: Draft, name: string | undefined): DraftCitation[] {
  return citations.filter(({ values }) => !values.field || name === undefined || values.field === name);
}

interface EvidenceMarkProps {
  readonly draft: Draft;
  readonly name: string;
  readonly label: string;
  readonly isCited: boolean;
  readonly coverage: FieldEvidence | undefined;
}

/**
 * A button that shows what evidence a field has, and opens the citation form for the field. Not shown for a field that
 * needs no evidence and has none.
 */
export function EvidenceMark({ draft, name, label, isCited, coverage }: EvidenceMarkProps) {
  const focus = useFocus();
  const count = citationsFor(draft, name).length;
  if (!focus || (!isCited && count === 0)) return null;
  return (
    <button
      type="button"
      className={styles.evidence}
      data-coverage={coverage}
      aria-label={texts.evidence.cite(label, coverage, count)}
      onClick={() => focus.compose({ fact: draft.id, field: name })}
    >
      {coverage === 'missing' || coverage === 'waived' ? texts.evidenceWords[coverage] : `❝ ${count}`}
    </button>
  );
}
