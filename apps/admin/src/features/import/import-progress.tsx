'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { type ImportPaceFragment, ImportProgressDocument } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';
import { importStatusLabels } from './import-labels.ts';
import { texts } from './texts.tsx';

/** Time between two requests for the state of an import, in milliseconds. */
const pollInterval = 1_000;

/**
 * The progress of a running import, read from the desk once a second. The import does not depend on the page: a
 * reloaded page shows its progress again.
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
  const [failure, setFailure] = useState<string>();
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
      setFailure(answer.ok ? undefined : answer.error.message);
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
        {failure === undefined ? '' : texts.progress.noAnswer(failure)}
      </p>
      <progress
        max={total || 1}
        value={total > 0 ? Math.min(rows, total) : undefined}
        aria-label={texts.progress.label}
      />
      <p className={styles.aside}>
        {texts.progress.canLeave([
          texts.progress.rows(rows, total),
          ...(ratePerSecond ? [texts.progress.rate(ratePerSecond)] : []),
          ...(secondsLeft === null ? [] : [texts.progress.timeLeft(secondsLeft)]),
          ...(phase ? [texts.progress.phase(phase)] : []),
        ])}
      </p>
    </div>
  );
}
