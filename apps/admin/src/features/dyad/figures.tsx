import type { ReactNode } from 'react';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import { scoreWords } from '../../charts/score-words.ts';
import { readingLabel } from '../spells/reading-label.ts';
import { spellNoun } from '../spells/spell-nouns.ts';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';
import type { Obligations } from './obligations.tsx';
import type { SideMemberships } from './side-memberships.ts';

interface FiguresProps {
  readonly dyad: Dyad;
  readonly obligations: Obligations;
  readonly memberships: SideMemberships;
  readonly policyMeasureCount: number;
}

/**
 * The summary of the page in figures, each linked to its section. Shows a dash instead of 0, because no record does not
 * mean that there is none.
 */
export function Figures({ dyad, obligations, memberships, policyMeasureCount }: FiguresProps) {
  const { ladder, exercisesHeld, exercisesAnnounced, agreementsByDay, claims, disputes } = dyad;
  const hasScores = ladder.n > 0;
  return (
    <nav aria-label="On this page">
      <ul className={styles.figures}>
        <Figure href="#ladder" label="cooperation" tone="cooperation">
          {hasScores ? scoreWords(ladder.cooperation) : noRecord}
        </Figure>
        <Figure href="#ladder" label="conflict" tone="conflict">
          {hasScores ? scoreWords(-ladder.conflict) : noRecord}
        </Figure>
        <Figure href="#ladder" label={ladder.n === 1 ? 'event scored' : 'events scored'}>
          {hasScores ? (
            <>
              <small>n =</small> {ladder.n}
            </>
          ) : (
            noRecord
          )}
        </Figure>
        <Count href="#agreements" number={agreementsByDay.totalCount} one="agreement" many="agreements" />
        <Count href="#obligations" number={obligations.obligations.totalCount} one="obligation" many="obligations" />
        <SharedOrganizations dyad={dyad} memberships={memberships} />
        <Figure href="#exercises" label={exercisesHeld.totalCount === 1 ? 'exercise held' : 'exercises held'}>
          <ExerciseMark status="HELD" size={15} /> {numberWords(exercisesHeld.totalCount)}
        </Figure>
        <Figure
          href="#exercises"
          label={exercisesAnnounced.totalCount === 1 ? 'exercise only announced' : 'exercises only announced'}
        >
          <ExerciseMark status="ANNOUNCED" size={17} /> {numberWords(exercisesAnnounced.totalCount)}
        </Figure>
        <Count href="#policy-measures" number={policyMeasureCount} one="policy measure" many="policy measures" />
        <Count href="#claims" number={claims.totalCount} one="open claim" many="open claims" />
        <Count href="#disputes" number={disputes.totalCount} one="dispute" many="disputes" />
      </ul>
    </nav>
  );
}

/** For two states, the number of shared organizations. For an actor and an organization, the membership of one in the other. */
function SharedOrganizations({ dyad, memberships }: { dyad: Dyad; memberships: SideMemberships }) {
  const { sharedOrganizations, sharedWhenLastRecorded } = dyad;
  if (memberships.isActorAndOrganization) {
    const [membership] = memberships.inEachOther.filter(({ reading }) => reading !== 'NO');
    const words = membership ? spellNoun('Membership', membership.status).holds : noRecord;
    return (
      <Figure
        href="#memberships"
        label={membership ? readingLabel(membership.reading) : 'membership'}
        isWord={membership !== undefined}
      >
        {words}
      </Figure>
    );
  }
  const more = sharedWhenLastRecorded.totalCount - sharedOrganizations.totalCount;
  const shared = sharedOrganizations.totalCount === 1 ? 'shared organization' : 'shared organizations';
  return (
    <Figure href="#memberships" label={more > 0 ? `${shared}, ${more} more when last recorded` : shared}>
      {numberWords(sharedOrganizations.totalCount)}
    </Figure>
  );
}

function Count({ href, number, one, many }: { href: string; number: number; one: string; many: string }) {
  return (
    <Figure href={href} label={number === 1 ? one : many}>
      {numberWords(number)}
    </Figure>
  );
}

const noRecord = (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">no record of </span>
  </>
);

function numberWords(number: number): ReactNode {
  return number === 0 ? noRecord : number.toLocaleString('en-GB');
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
