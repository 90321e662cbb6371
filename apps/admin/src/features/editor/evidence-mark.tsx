'use client';

import type { Coverage } from '@chancery/changesets';
import type { Draft, DraftCitation } from '../changeset/draft.ts';
import styles from './editor.module.css';
import { useFocus } from './focus.tsx';

/** The citations that speak for a field: its own and those of the fact as a whole. */
export function citationsFor({ citations }: Draft, name: string | undefined): DraftCitation[] {
  return citations.filter(({ values }) => !values.field || name === undefined || values.field === name);
}

const words: Record<Coverage, string> = {
  cited: 'cited',
  batch: 'cited by its batch',
  adopted: 'adopted',
  waived: 'waived',
  missing: 'needs a citation',
};

interface EvidenceMarkProps {
  readonly draft: Draft;
  readonly name: string;
  readonly label: string;
  readonly isCited: boolean;
  readonly coverage: Coverage | undefined;
}

/** How far a field is cited, and the way to its evidence. */
export function EvidenceMark({ draft, name, label, isCited, coverage }: EvidenceMarkProps) {
  const focus = useFocus();
  const count = citationsFor(draft, name).length;
  if (!focus || (!isCited && count === 0)) return null;
  return (
    <button
      type="button"
      className={styles.evidence}
      data-coverage={coverage}
      aria-label={`Cite ${label}${coverage ? `: ${words[coverage]}` : ''}, ${count} ${count === 1 ? 'citation' : 'citations'}`}
      onClick={() => focus.compose({ fact: draft.id, field: name })}
    >
      {coverage === 'missing' || coverage === 'waived' ? words[coverage] : `❝ ${count}`}
    </button>
  );
}
