import { factTypeOfId, typeOf } from '@chancery/codebook';
import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import type { DisputedFactFragment } from '../../generated/register/graphql.ts';
import { Section } from '../../ui/section.tsx';
import { Attribution } from '../evidence/attribution.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import { texts } from './texts.tsx';

/** The disputes in which one side is a claim or event between the two actors. Each is shown with both sides. */
export function Disputes({ disputes, view }: { disputes: Dyad['disputes']; view: View }) {
  return (
    <Section id="disputes" title={texts.disputes.heading} count={disputes.totalCount} lead={texts.disputes.lead}>
      {disputes.totalCount > 0 ? (
        <ul className={styles.disputes}>
          {disputes.nodes.map(({ id, one, other, point }) => (
            <li key={id} className={styles.dispute}>
              <DisputedSide fact={one} view={view} />
              <span className={styles.against} role="img" aria-label={texts.disputes.against}>
                ⇄
              </span>
              <DisputedSide fact={other} view={view} />
              <p className={styles.point}>
                {texts.disputes.point(point)} <a href={factAddress(id, view)}>{texts.disputes.view}</a>
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>{texts.disputes.none}</p>
      )}
      <MoreNote shownCount={disputes.nodes.length} totalCount={disputes.totalCount} />
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
            {'polarity' in fact && fact.polarity === 'DENIES' ? <b>{texts.disputes.denies}</b> : null}
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
  return type ? typeOf(type).singular : texts.disputes.fact;
}
