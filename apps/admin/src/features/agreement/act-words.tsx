import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import type { DyadActFragment } from '../../generated/register/graphql.ts';
import { locatorWords } from '../evidence/citation.ts';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './agreement.module.css';
import { texts } from './texts.ts';

interface ActProps {
  readonly act: Pick<DyadActFragment, 'id' | 'dateOfAct' | 'dateOfEffect' | 'grade' | 'evidenceStatus' | 'citations'>;
  readonly view: View;
}

/**
 * The date of a party action, or else the date on which it takes effect, linked to the action, with its evidence. The
 * title of the link names the cited sources.
 */
export function ActDate({ act, view }: ActProps) {
  return (
    <span className={styles.act}>
      <a href={factAddress(act.id, view)} title={sourcesOf(act)}>
        <DateWords date={act.dateOfAct ?? act.dateOfEffect} />
      </a>{' '}
      <GradeChip grade={act.grade} /> <EvidenceStatus status={act.evidenceStatus} quiet />
    </span>
  );
}

/** Names the sources cited for a party action: `Cited: UNTC, page 3; TASS`. */
export function sourcesOf({ citations }: Pick<ActProps['act'], 'citations'>): string {
  const cited = citations.nodes.map((citation) =>
    [citation.source.label, locatorWords(citation)].filter(Boolean).join(', '),
  );
  return cited.length > 0 ? texts.acts.cited(cited, citations.pageInfo.hasNextPage) : texts.acts.uncited;
}
