import { factAddress } from '../../addresses/collections.ts';
import type { View } from '../../addresses/view.ts';
import { queryRegister } from '../../endpoints/query-register.ts';
import { DateWords } from '../../fields/date-words.tsx';
import { FactLink } from '../../fields/fact-link.tsx';
import { PlaceSovereigntyDocument, type PlaceSovereigntyQuery } from '../../generated/register/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { CitationLine } from '../evidence/citation-line.tsx';
import { EvidenceStatus } from '../evidence/evidence-status.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { MoreNote } from '../lists/more-note.tsx';
import styles from './place.module.css';
import { texts } from './texts.tsx';

type Place = NonNullable<PlaceSovereigntyQuery['place']>;

/**
 * The state that controls a place and the states that claim it, side by side: control does not imply a right, and a
 * claim does not imply control. Renders nothing for a place whose country is recorded, because its fields show the
 * country.
 */
export async function PlaceSovereignty({ id, view }: { id: string; view: View }) {
  const answer = await queryRegister(PlaceSovereigntyDocument, { id }, view);
  if (!answer.ok) return <Notice tone="warning">{answer.refusal.message}</Notice>;
  const { place } = answer.data;
  if (!place || place.country) return null;
  const isContested = place.deFactoController !== null || place.claimants.totalCount > 0;
  return (
    <Section id="sovereignty" title={texts.heading} lead={texts.lead}>
      {isContested ? (
        <div className={styles.sides}>
          <Controller place={place} view={view} />
          <Claimants place={place} view={view} />
        </div>
      ) : (
        <p>{texts.none}</p>
      )}
    </Section>
  );
}

function Controller({ place, view }: { place: Place; view: View }) {
  const citations = ['deFactoController', 'controlledSince'].flatMap(
    (name) => place.fields.find((field) => field.name === name)?.citations.nodes ?? [],
  );
  return (
    <section aria-labelledby="controller" className={styles.side}>
      <h3 id="controller">{texts.controller.heading}</h3>
      {place.deFactoController ? (
        <p className={styles.who}>
          <FactLink fact={place.deFactoController} view={view} />
        </p>
      ) : (
        <p>{texts.controller.none}</p>
      )}
      {place.deFactoController ? (
        <p className={styles.fine}>{texts.controller.since(<DateWords date={place.controlledSince} />)}</p>
      ) : null}
      {citations.length === 0 ? (
        <p className={styles.fine}>
          {place.citations.nodes.length > 0 ? texts.controller.citedAsWhole : texts.controller.uncited}
        </p>
      ) : null}
      <ul>
        {(citations.length > 0 ? citations : place.citations.nodes).map((citation) => (
          <CitationLine key={citation.id} citation={citation} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Claimants({ place: { claimants }, view }: { place: Place; view: View }) {
  return (
    <section aria-labelledby="claimants-of" className={styles.side}>
      <h3 id="claimants-of">{texts.claimants.heading}</h3>
      {claimants.totalCount === 0 ? <p>{texts.claimants.none}</p> : null}
      <ul className={styles.claimants}>
        {claimants.nodes.map(({ id, claimant, validity, basis, grade, evidenceStatus, citations }) => (
          <li key={id}>
            <p className={styles.who}>
              <FactLink fact={claimant} view={view} />
            </p>
            <p className={styles.fine}>
              <a href={factAddress(id, view)}>{texts.claimants.period(<DateWords date={validity} />)}</a>{' '}
              <GradeChip grade={grade} /> <EvidenceStatus status={evidenceStatus} quiet />
            </p>
            {basis ? <p>{basis}</p> : null}
            <ul>
              {citations.nodes.map((citation) => (
                <CitationLine key={citation.id} citation={citation} view={view} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <MoreNote shownCount={claimants.nodes.length} totalCount={claimants.totalCount} />
    </section>
  );
}
