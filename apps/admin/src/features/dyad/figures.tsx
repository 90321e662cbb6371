import type { ReactNode } from 'react';
import { ExerciseMark } from '../../charts/exercise-mark.tsx';
import { scoreWords } from '../../charts/score-words.ts';
import styles from './dyad.module.css';
import type { Dyad } from './heading.tsx';

interface FiguresProps {
  readonly dyad: Dyad;
  readonly measures: number;
}

/** What the page holds, in figures, each of which leads to its part. */
export function Figures({ dyad, measures }: FiguresProps) {
  const { ladder, exercises } = dyad;
  const isOf = (status: string) => exercises.nodes.filter((exercise) => exercise.status === status).length;
  const more = exercises.totalCount > exercises.nodes.length ? '+' : '';
  return (
    <nav aria-label="On this page">
      <ul className={styles.figures}>
        <Figure href="#ladder" label="cooperation" tone="cooperation">
          {scoreWords(ladder.cooperation)}
        </Figure>
        <Figure href="#ladder" label="conflict" tone="conflict">
          {scoreWords(-ladder.conflict)}
        </Figure>
        <Figure href="#ladder" label={ladder.n === 1 ? 'event scored' : 'events scored'}>
          <small>n =</small> {ladder.n}
        </Figure>
        <Figure href="#agreements" label={dyad.agreements.totalCount === 1 ? 'agreement' : 'agreements'}>
          {dyad.agreements.totalCount}
        </Figure>
        <Figure href="#exercises" label="exercises held">
          <ExerciseMark status="HELD" size={15} /> {isOf('HELD')}
          {more}
        </Figure>
        <Figure href="#exercises" label="only announced">
          <ExerciseMark status="ANNOUNCED" size={17} /> {isOf('ANNOUNCED')}
          {more}
        </Figure>
        <Figure href="#memberships" label="organizations shared">
          {dyad.sharedOrganizations.totalCount}
        </Figure>
        <Figure href="#measures" label={measures === 1 ? 'measure' : 'measures'}>
          {measures}
        </Figure>
        <Figure href="#claims" label={dyad.claims.totalCount === 1 ? 'open claim' : 'open claims'}>
          {dyad.claims.totalCount}
        </Figure>
        <Figure href="#disputes" label={dyad.disputes.totalCount === 1 ? 'dispute' : 'disputes'}>
          {dyad.disputes.totalCount}
        </Figure>
      </ul>
    </nav>
  );
}

interface FigureProps {
  readonly href: string;
  readonly label: string;
  readonly tone?: 'cooperation' | 'conflict';
  readonly children: ReactNode;
}

function Figure({ href, label, tone, children }: FigureProps) {
  return (
    <li>
      <a href={href} className={styles.figure} data-tone={tone}>
        <span className={styles.number}>{children}</span>
        <span className={styles.label}>{label}</span>
      </a>
    </li>
  );
}
