import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import type { DyadActFragment } from '../../generated/register/graphql.ts';
import { locatorWords } from '../evidence/citation.ts';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './agreement.module.css';
import { texts } from './texts.ts';

interface PartyActionDateProps {
  readonly act: Pick<DyadActFragment, 'id' | 'dateOfAct' | 'dateOfEffect' | 'grade' | 'evidenceStatus' | 'citations'>;
  readonly view: View;
}

/**
 * The date of a party action or, if it is not recorded, the date on which the action took effect, with grade and
 * evidence status. Links to the page of the action; the title of the link names the cited sources.
 */
export function PartyActionDate({ act, view }: PartyActionDateProps) {
  return (
    <span className={styles.act}>
      <a href={factAddress(act.id, view)} title={citedSourcesWords(act)}>
        <DateWords date={act.dateOfAct ?? act.dateOfEffect} />
      </a>{' '}
      <GradeChip grade={act.grade} /> <EvidenceStatus status={act.evidenceStatus} quiet />
    </span>
  );
}

/**
 * Names the first sources cited for a party action: `Cited: UNTC, page 3; TASS; and others`. Says so if no source is
 * cited.
 */
function citedSourcesWords({ citations }: Pick<PartyActionDateProps['act'], 'citations'>): string {
  const cited = citations.nodes.map((citation) =>
    [citation.source.label, locatorWords(citation)].filter(Boolean).join(', '),
  );
  return cited.length > 0 ? texts.actions.cited(cited, citations.pageInfo.hasNextPage) : texts.actions.uncited;
}
