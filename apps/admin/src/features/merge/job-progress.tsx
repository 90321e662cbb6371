'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { ChangesetJobDocument, type JobPartsFragment } from '../../generated/desk/graphql.ts';
import styles from './merge.module.css';

/** How often a job is asked after, in milliseconds. */
const interval = 1_000;

/** Whether a job is not over yet. */
export function isAtWork({ status }: JobPartsFragment): boolean {
  return status === 'WAITING' || status === 'RUNNING';
}

/** How far work in the background has come. It goes on without the page, and is found again when that is loaded anew. */
export function JobProgress({
  job: first,
  onDone,
}: {
  readonly job: JobPartsFragment;
  readonly onDone: (job: JobPartsFragment) => void;
}) {
  const [job, setJob] = useState(first);
  const [isLost, setLost] = useState(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const answer = await callDesk(ChangesetJobDocument, { id: first.id });
      if (isOver) return;
      setLost(!answer.ok);
      const found = answer.ok ? answer.data.changesetJob : null;
      if (found) setJob(found);
      if (found && !isAtWork(found)) done.current(found);
      else timer = setTimeout(() => void look(), interval);
    };
    timer = setTimeout(() => void look(), interval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first.id]);
  // While it is read, nobody knows yet how much there is.
  const isMeasured = job.total > 0 && job.phase !== 'reading';
  const figures = [job.done, ...(isMeasured ? [job.total] : [])].map((count) => count.toLocaleString('en-GB'));
  return (
    <div className={styles.job} role="status">
      <p>
        <b>{phases[job.phase] ?? `At work (${job.phase}).`}</b>
        {job.total > 0 ? ` ${figures.join(' of ')}` : ''}
      </p>
      {isLost ? <p>The desk does not answer at the moment; the work goes on.</p> : null}
      <progress
        max={job.total || 1}
        value={isMeasured ? job.done : undefined}
        aria-label={`Progress of the ${nouns[job.kind]}`}
      />
      <p className={styles.aside}>You may leave this page: the {nouns[job.kind]} goes on without it.</p>
    </div>
  );
}

const nouns: Readonly<Record<JobPartsFragment['kind'], string>> = { SUBMIT: 'submission', MERGE: 'merge' };

const phases: Readonly<Record<string, string>> = {
  waiting: 'Waiting for other work to end.',
  reading: 'Reading the changeset.',
  checking: 'Checking the rules.',
  applying: 'Applying it to the register.',
  recording: 'Writing the revision.',
};
