'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { ChangesetJobDocument, type JobPartsFragment } from '../../generated/desk/graphql.ts';
import styles from './merge.module.css';
import { texts } from './texts.tsx';

/** Time between two requests for the state of a job, in milliseconds. */
const pollInterval = 1_000;

/** Returns true if a job is waiting or running. */
export function isUnfinished({ status }: JobPartsFragment): boolean {
  return status === 'WAITING' || status === 'RUNNING';
}

/**
 * The progress of a job, read from the desk once a second. The job does not depend on the page: a reloaded page shows
 * its progress again.
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
  const [failure, setFailure] = useState<string>();
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
      setFailure(answer.ok ? undefined : answer.error.message);
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
  return (
    <div className={styles.job} role="status">
      <p>
        <b>{texts.job.phase(job.phase)}</b>
        {job.total > 0 ? texts.job.progress(job.done, isMeasured ? job.total : undefined) : ''}
      </p>
      {failure === undefined ? null : <p>{texts.job.noAnswer(failure)}</p>}
      <progress
        max={job.total || 1}
        value={isMeasured ? job.done : undefined}
        aria-label={texts.job.progressLabel(job.kind)}
      />
      <p className={styles.aside}>{texts.job.canLeave(job.kind)}</p>
    </div>
  );
}
