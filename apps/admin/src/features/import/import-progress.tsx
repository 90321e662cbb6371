'use client';

import { useEffect, useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { type ImportPaceFragment, ImportProgressDocument } from '../../generated/desk/graphql.ts';
import styles from './import.module.css';
import { figure, importStatusWords, timeLeftWords } from './import-words.ts';

/** How often an import is asked after, in milliseconds. */
const interval = 1_000;

/** How far an import has come. It goes on without the page, and is found again when the page is loaded anew. */
export function ImportProgress({
  pace: first,
  onDone,
}: {
  readonly pace: ImportPaceFragment;
  readonly onDone: () => void;
}) {
  const [pace, setPace] = useState(first);
  const [isLost, setLost] = useState(false);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      const answer = await callDesk(ImportProgressDocument, { id: first.id });
      if (isOver) return;
      setLost(!answer.ok);
      const found = answer.ok ? answer.data.import : null;
      if (found) setPace(found);
      if (found && found.status !== first.status) done.current();
      else timer = setTimeout(() => void look(), interval);
    };
    timer = setTimeout(() => void look(), interval);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [first.id, first.status]);
  const { status, done: rows, total, ratePerSecond, secondsLeft, phase } = pace;
  return (
    <div className={styles.running} role="status">
      <p>
        <b>{importStatusWords[status].sentence}</b>
        {isLost ? ' The desk does not answer at the moment; the import goes on.' : ''}
      </p>
      <progress max={total || 1} value={total > 0 ? Math.min(rows, total) : undefined} aria-label="Rows read" />
      <p className={styles.aside}>
        {[
          total > 0 ? `${figure(rows)} of ${figure(total)} rows` : `${figure(rows)} rows`,
          ratePerSecond ? `${figure(Math.round(ratePerSecond))} a second` : undefined,
          secondsLeft === null ? undefined : `${timeLeftWords(secondsLeft)} left`,
          phase || undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
        . You may leave this page: it goes on without it.
      </p>
    </div>
  );
}
