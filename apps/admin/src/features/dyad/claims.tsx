import { fieldsOf } from '@chancery/codebook';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { ClaimRowFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { texts } from './texts.tsx';

/** The claims about the two actors, each with hedge, speaker and grade. The event ladder never counts claims. */
export function Claims({ claims, view }: { claims: Dyad['claims']; view: View }) {
  return (
    <Section id="claims" title={texts.claims.heading} count={claims.totalCount} lead={texts.claims.lead}>
      {claims.totalCount > 0 ? (
        <ul className={styles.claims}>
          {claims.nodes.map((claim) => (
            <ClaimLine key={claim.id} claim={claim} view={view} />
          ))}
        </ul>
      ) : (
        <p className={styles.none}>{texts.claims.none}</p>
      )}
      <MoreNote shownCount={claims.nodes.length} totalCount={claims.totalCount} />
    </Section>
  );
}

function ClaimLine({ claim, view }: { claim: ClaimRowFragment; view: View }) {
  const polarity = fieldsOf('Claim').polarity?.list?.values[claim.polarity];
  return (
    <li className={styles.claim}>
      <span className={styles.statement}>
        <FactLink fact={claim} view={view} />
      </span>
      <span className={styles.fine}>
        {claim.polarity === 'AFFIRMS' ? null : (
          <b title={polarity?.description}>{texts.claims.polarity(polarity?.label.toLowerCase() ?? claim.polarity)}</b>
        )}
        <Attribution modality={claim.modality} hedge={claim.hedge} speaker={claim.speaker} view={view} /> ·{' '}
        <DateWords date={claim.date} />
      </span>
      <span className={styles.marks}>
        <GradeChip grade={claim.grade} /> <EvidenceStatus status={claim.evidenceStatus} />
      </span>
    </li>
  );
}
