import type { ReactNode } from 'react';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import { scoreWords } from '../../charts/score-words.ts';
import { formatCount } from '../../ui/counts.ts';
import { readingLabel } from '../spells/reading-label.ts';
import { spellWordsOf } from '../spells/spell-words.ts';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import type { Obligations } from './obligations.tsx';
import type { SideMemberships } from './side-memberships.ts';
import { texts } from './texts.tsx';

interface FiguresProps {
  readonly dyad: Dyad;
  readonly obligations: Obligations;
  readonly memberships: SideMemberships;
  readonly policyMeasureCount: number;
}

/**
 * The summary of the page in figures, each linked to its section. Shows a dash where nothing is recorded, because that
 * does not mean 0.
 */
export function Figures({ dyad, obligations, memberships, policyMeasureCount }: FiguresProps) {
  const { ladder, exercisesHeld, exercisesAnnounced, agreementsByDay, claims, disputes } = dyad;
  const hasScores = ladder.n > 0;
  return (
    <nav aria-label={texts.figures.name}>
      <ul className={styles.figures}>
        <Figure href="#ladder" label={texts.figures.cooperation} tone="cooperation">
          {hasScores ? scoreWords(ladder.cooperation) : missing(texts.figures.noScore)}
        </Figure>
        <Figure href="#ladder" label={texts.figures.conflict} tone="conflict">
          {hasScores ? scoreWords(-ladder.conflict) : missing(texts.figures.noScore)}
        </Figure>
        <Figure href="#ladder" label={texts.figures.eventsScored(ladder.n)}>
          {hasScores ? (
            <>
              <small>{texts.figures.n}</small> {ladder.n}
            </>
          ) : (
            missing(texts.figures.noRecord)
          )}
        </Figure>
        <Count href="#agreements" number={agreementsByDay.totalCount} labelOf={texts.figures.agreements} />
        <Count href="#obligations" number={obligations.obligations.totalCount} labelOf={texts.figures.obligations} />
        <SharedOrganizations dyad={dyad} memberships={memberships} />
        <Figure href="#exercises" label={texts.figures.exercisesHeld(exercisesHeld.totalCount)}>
          <ExerciseMark status="HELD" size={15} /> {numberWords(exercisesHeld.totalCount)}
        </Figure>
        <Figure href="#exercises" label={texts.figures.exercisesAnnounced(exercisesAnnounced.totalCount)}>
          <ExerciseMark status="ANNOUNCED" size={17} /> {numberWords(exercisesAnnounced.totalCount)}
        </Figure>
        <Count href="#policy-measures" number={policyMeasureCount} labelOf={texts.figures.policyMeasures} />
        <Count href="#claims" number={claims.totalCount} labelOf={texts.figures.claims} />
        <Count href="#disputes" number={disputes.totalCount} labelOf={texts.figures.disputes} />
      </ul>
    </nav>
  );
}

/**
 * The number of organizations that the two actors share. If exactly one of the two is an organization, the membership
 * of the other actor in it instead.
 */
function SharedOrganizations({ dyad, memberships }: { dyad: Dyad; memberships: SideMemberships }) {
  const { sharedOrganizations, sharedWhenLastRecorded } = dyad;
  if (memberships.isActorAndOrganization) {
    const [membership] = memberships.inEachOther.filter(({ reading }) => reading !== 'NO');
    const words = membership ? spellWordsOf('Membership', membership.status).holds : missing(texts.figures.noRecord);
    return (
      <Figure
        href="#memberships"
        label={membership ? readingLabel(membership.reading) : texts.figures.membership}
        isWord={membership !== undefined}
      >
        {words}
      </Figure>
    );
  }
  const more = sharedWhenLastRecorded.totalCount - sharedOrganizations.totalCount;
  return (
    <Figure href="#memberships" label={texts.figures.sharedOrganizations(sharedOrganizations.totalCount, more)}>
      {numberWords(sharedOrganizations.totalCount)}
    </Figure>
  );
}

interface CountProps {
  readonly href: string;
  readonly number: number;
  readonly labelOf: (number: number) => string;
}

function Count({ href, number, labelOf }: CountProps) {
  return (
    <Figure href={href} label={labelOf(number)}>
      {numberWords(number)}
    </Figure>
  );
}

/** A dash in place of a number. Screen readers read the given words instead of the dash. */
function missing(words: string): ReactNode {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </>
  );
}

function numberWords(number: number): ReactNode {
  return number === 0 ? missing(texts.figures.noRecord) : formatCount(number);
}

interface FigureProps {
  readonly href: string;
  readonly label: string;
  readonly tone?: 'cooperation' | 'conflict';
  /** Whether the content is a word, which needs more space than a number. */
  readonly isWord?: boolean;
  readonly children: ReactNode;
}

function Figure({ href, label, tone, isWord, children }: FigureProps) {
  return (
    <li>
      <a href={href} className={styles.figure} data-tone={tone}>
        <span className={styles.number} data-word={isWord || undefined}>
          {children}
        </span>
        <span className={styles.label}>{label}</span>
      </a>
    </li>
  );
}
