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
  readonly owed: Obligations;
  readonly memberships: SideMemberships;
  readonly measures: number;
}

/**
 * What the page holds, in figures, each of which leads to its part. What the register has no record of is a dash: a zero
 * would say that somebody looked and found none.
 */
export function Figures({ dyad, owed, memberships, measures }: FiguresProps) {
  const { ladder, exercisesHeld, exercisesAnnounced, agreementsByDay, claims, disputes } = dyad;
  const isScored = ladder.n > 0;
  return (
    <nav aria-label="On this page">
      <ul className={styles.figures}>
        <Figure href="#ladder" label="cooperation" tone="cooperation">
          {isScored ? scoreWords(ladder.cooperation) : nothing}
        </Figure>
        <Figure href="#ladder" label="conflict" tone="conflict">
          {isScored ? scoreWords(-ladder.conflict) : nothing}
        </Figure>
        <Figure href="#ladder" label={ladder.n === 1 ? 'event scored' : 'events scored'}>
          {isScored ? (
            <>
              <small>n =</small> {ladder.n}
            </>
          ) : (
            nothing
          )}
        </Figure>
        <Count href="#agreements" number={agreementsByDay.totalCount} one="agreement" many="agreements" />
        <Count href="#obligations" number={owed.obligations.totalCount} one="obligation" many="obligations" />
        <SharedOrganizations dyad={dyad} memberships={memberships} />
        <Figure href="#exercises" label="exercises held">
          <ExerciseMark status="HELD" size={15} /> {numberWords(exercisesHeld.totalCount)}
        </Figure>
        <Figure href="#exercises" label="only announced">
          <ExerciseMark status="ANNOUNCED" size={17} /> {numberWords(exercisesAnnounced.totalCount)}
        </Figure>
        <Count href="#measures" number={measures} one="measure" many="measures" />
        <Count href="#claims" number={claims.totalCount} one="open claim" many="open claims" />
        <Count href="#disputes" number={disputes.totalCount} one="dispute" many="disputes" />
      </ul>
    </nav>
  );
}

/** Between states how many organizations they share; with an organization, how the one reads in the other. */
function SharedOrganizations({ dyad, memberships }: { dyad: Dyad; memberships: SideMemberships }) {
  const { sharedOrganizations, sharedWhenLastRecorded } = dyad;
  if (memberships.isOfOne) {
    const [one] = memberships.inEachOther.filter(({ reading }) => reading !== 'NO');
    const words = one ? spellNoun('Membership', one.status).holds : nothing;
    return (
      <Figure href="#memberships" label={one ? readingLabel(one.reading) : 'membership'} isWord={one !== undefined}>
        {words}
      </Figure>
    );
  }
  const more = sharedWhenLastRecorded.totalCount - sharedOrganizations.totalCount;
  const shared = sharedOrganizations.totalCount === 1 ? 'organization shared' : 'organizations shared';
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

const nothing = (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">no record of </span>
  </>
);

function numberWords(number: number): ReactNode {
  return number === 0 ? nothing : number.toLocaleString('en-GB');
}

interface FigureProps {
  readonly href: string;
  readonly label: string;
  readonly tone?: 'cooperation' | 'conflict';
  /** Whether it is a word, which takes more room. */
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
