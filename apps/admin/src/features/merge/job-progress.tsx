'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { ChangesetJobDocument, type JobPartsFragment } from '../../generated/desk/graphql.ts';
import styles from './merge.module.css';

/** Time between two requests for the state of a job, in milliseconds. */
const pollInterval = 1_000;

/** True while a job is waiting or running. */
export function isUnfinished({ status }: JobPartsFragment): boolean {
  return status === 'WAITING' || status === 'RUNNING';
}

/**
 * The progress of a background job. The job does not depend on the page: a reloaded page shows its progress again.
 * @param onDone Called once, with the finished job.
 */
export function JobProgress({
  job: first,
  onDone,
}: {
  readonly job: JobPartsFragment;
  readonly onDone: (job: JobPartsFragment) => void;
}) {
  const [job, setJob] = useState(first);
  const [isLost, setLost] = useState(false);
  const latestOnDone = useRef(onDone);
  useEffect(() => {
    latestOnDone.current = onDone;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const poll = async () => {
      const answer = await callDesk(ChangesetJobDocument, { id: first.id });
      if (isOver) return;
      setLost(!answer.ok);
      const current = answer.ok ? answer.data.changesetJob : null;
      if (current) setJob(current);
      if (current && !isUnfinished(current)) latestOnDone.current(current);
      else timer = setTimeout(() => void poll(), pollInterval);
    };
    timer = setTimeout(() => void poll(), pollInterval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first.id]);
  // The total is not known before the changeset has been read.
  const isMeasured = job.total > 0 && job.phase !== 'reading';
  const figures = [job.done, ...(isMeasured ? [job.total] : [])].map((count) => count.toLocaleString('en-GB'));
  return (
    <div className={styles.job} role="status">
      <p>
        <b>{phases[job.phase] ?? `Running (${job.phase}).`}</b>
        {job.total > 0 ? ` ${figures.join(' of ')}` : ''}
      </p>
      {isLost ? <p>The desk is not responding. The job continues in the background.</p> : null}
      <progress
        max={job.total || 1}
        value={isMeasured ? job.done : undefined}
        aria-label={`Progress of the ${nouns[job.kind]}`}
      />
      <p className={styles.aside}>You can leave this page. The {nouns[job.kind]} continues in the background.</p>
    </div>
  );
}

const nouns: Readonly<Record<JobPartsFragment['kind'], string>> = { SUBMIT: 'submission', MERGE: 'merge' };

const phases: Readonly<Record<string, string>> = {
  waiting: 'Waiting for other jobs to finish.',
  reading: 'Reading the changeset.',
  checking: 'Checking the rules.',
  applying: 'Applying it to the register.',
  recording: 'Writing the revision.',
};
