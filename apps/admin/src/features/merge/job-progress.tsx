'use client';

import { useEffect, useRef, useState } from 'react';
import { askDesk } from '../../doors/ask-desk.ts';
import { type JobPartsFragment, MergeJobDocument } from '../../generated/desk/graphql.ts';
import styles from './merge.module.css';

/** How often a job is asked after, in milliseconds. */
const interval = 1_000;

/** How far a background merge has come. It goes on without the page, and is found again when the page is loaded anew. */
export function JobProgress({ job: first, onDone }: { readonly job: JobPartsFragment; readonly onDone: () => void }) {
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
      const answer = await askDesk(MergeJobDocument, { id: first.id });
      if (isOver) return;
      setLost(!answer.ok);
      const found = answer.ok ? answer.data.mergeJob : null;
      if (found) setJob(found);
      if (found?.status === 'DONE' || found?.status === 'FAILED') done.current();
      else timer = setTimeout(() => void look(), interval);
    };
    timer = setTimeout(() => void look(), interval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first.id]);
  return (
    <div className={styles.job} role="status">
      <p>
        <b>{phases[job.phase] ?? `Merging (${job.phase})`}</b>
        {job.total > 0 ? ` ${job.done.toLocaleString('en-GB')} of ${job.total.toLocaleString('en-GB')}` : ''}
        {isLost ? '. The desk does not answer at the moment; the merge goes on.' : ''}
      </p>
      <progress max={job.total || 1} value={job.total > 0 ? job.done : undefined} aria-label="Progress of the merge" />
      <p className={styles.aside}>You may leave this page: the merge goes on without it.</p>
    </div>
  );
}

const phases: Readonly<Record<string, string>> = {
  waiting: 'Waiting for another merge to end.',
  reading: 'Reading the changeset.',
  checking: 'Checking the rules.',
  applying: 'Applying it to the register.',
  recording: 'Writing the revision.',
};
