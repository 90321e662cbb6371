import { factTypeOfId, typeOf } from '@chancery/codebook';
import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DisputedFactFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { More } from '../lists/more.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';

/** Disputes about the two actors, each with both sides. */
export function Disputes({ disputes, view }: { disputes: Dyad['disputes']; view: View }) {
  return (
    <Section
      id="disputes"
      title="Disputes"
      count={disputes.totalCount}
      lead="Facts that cannot both be true. The register does not prefer either side and shows both with their evidence."
    >
      {disputes.totalCount > 0 ? (
        <ul className={styles.disputes}>
          {disputes.nodes.map(({ id, one, other, point }) => (
            <li key={id} className={styles.dispute}>
              <DisputedSide fact={one} view={view} />
              <span className={styles.against} role="img" aria-label="in dispute with">
                ⇄
              </span>
              <DisputedSide fact={other} view={view} />
              <p className={styles.point}>
                {point ?? 'The point at issue is not stated'}. <a href={factAddress(id, view)}>View dispute</a>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>The register has no record of a dispute about the two.</p>
      )}
      <More shownCount={disputes.nodes.length} totalCount={disputes.totalCount} />
    </Section>
  );
}

function DisputedSide({ fact, view }: { fact: DisputedFactFragment; view: View }) {
  return (
    <div className={styles.disputed}>
      <FactLink fact={fact} view={view} />
      <span className={styles.fine}>
        <GradeChip grade={fact.grade} />{' '}
        {'modality' in fact ? (
          <>
            {'polarity' in fact && fact.polarity === 'DENIES' ? <b>denies · </b> : null}
            <Attribution modality={fact.modality} hedge={fact.hedge} speaker={fact.speaker} view={view} />
          </>
        ) : (
          kindOf(fact.id)
        )}
        {'date' in fact ? (
          <>
            {' · '}
            <DateWords date={fact.date} />
          </>
        ) : null}
      </span>
    </div>
  );
}

function kindOf(id: string): string {
  const type = factTypeOfId(id);
  return type ? typeOf(type).singular : 'fact';
}
