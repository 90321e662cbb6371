'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { type ImportPaceFragment, ImportProgressDocument } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';
import { formatCount, formatTimeLeft, importStatusLabels } from './import-labels.ts';

/** Time between two requests for the state of an import, in milliseconds. */
const pollInterval = 1_000;

/**
 * The progress of an import. The import does not depend on the page: a reloaded page shows its progress again.
 * @param onDone Called once, when the status of the import changes.
 */
export function ImportProgress({
  pace: first,
  onDone,
}: {
  readonly pace: ImportPaceFragment;
  readonly onDone: () => void;
}) {
  const [pace, setPace] = useState(first);
  const [isLost, setLost] = useState(false);
  const latestOnDone = useRef(onDone);
  useEffect(() => {
    latestOnDone.current = onDone;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const poll = async () => {
      const answer = await callDesk(ImportProgressDocument, { id: first.id });
      if (isOver) return;
      setLost(!answer.ok);
      const current = answer.ok ? answer.data.import : null;
      if (current) setPace(current);
      if (current && current.status !== first.status) latestOnDone.current();
      else timer = setTimeout(() => void poll(), pollInterval);
    };
    timer = setTimeout(() => void poll(), pollInterval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first.id, first.status]);
  const { status, done: rows, total, ratePerSecond, secondsLeft, phase } = pace;
  return (
    <div className={styles.running} role="status">
      <p>
        <b>{importStatusLabels[status].description}</b>
        {isLost ? ' The desk is not responding. The import continues in the background.' : ''}
      </p>
      <progress max={total || 1} value={total > 0 ? Math.min(rows, total) : undefined} aria-label="Rows read" />
      <p className={styles.aside}>
        {[
          total > 0 ? `${formatCount(rows)} of ${formatCount(total)} rows` : `${formatCount(rows)} rows`,
          ratePerSecond ? `${formatCount(Math.round(ratePerSecond))} per second` : undefined,
          secondsLeft === null ? undefined : `${formatTimeLeft(secondsLeft)} left`,
          phase || undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
        . You can leave this page. The import continues in the background.
      </p>
    </div>
  );
}
