'use client';

import { useRef, useState } from 'react';
import styles from './import.module.css';
import { sizeWords } from './import-words.ts';
import { uploadFile } from './upload-file.ts';

interface Sending {
  readonly name: string;
  readonly size: number;
  readonly share: number;
  readonly problem?: string;
}

interface FileDropProps {
  /** The import that takes the files; none where the first of them opens one. */
  readonly into?: string;
  /** Told of the import once all files are there. */
  readonly onDone: (id: string) => void;
}

/** Takes files that are dropped or chosen and hands them over one by one, telling how far each has come. */
export function FileDrop({ into, onDone }: FileDropProps) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const opened = useRef(into);
  const stop = useRef<AbortController>(undefined);

  const send = async (files: readonly File[]) => {
    if (files.length === 0 || isBusy) return;
    const control = new AbortController();
    stop.current = control;
    setBusy(true);
    setSending(files.map(({ name, size }) => ({ name, size, share: 0 })));
    const note = (at: number, news: Partial<Sending>) =>
      setSending((all) => all.map((each, place) => (place === at ? { ...each, ...news } : each)));
    let failed = false;
    for (const [at, file] of files.entries()) {
      const answer = await uploadFile(file, {
        into: opened.current,
        onSent: (share) => note(at, { share }),
        signal: control.signal,
      });
      if (answer.ok) {
        opened.current = answer.import;
        note(at, { share: 1 });
      } else {
        failed = true;
        note(at, { problem: answer.message });
      }
    }
    setBusy(false);
    if (opened.current && !failed) onDone(opened.current);
  };
  return (
    <div className={styles.dropping}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen by the button within, too */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
      >
        <label className={styles.choose} data-disabled={isBusy || undefined}>
          Choose files
          <input
            type="file"
            multiple
            disabled={isBusy}
            accept=".csv,.tsv,.txt,.gz,text/csv"
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              currentTarget.value = '';
              void send(files);
            }}
          />
        </label>
        <span>
          or drop them here. CSV, plain or packed with gzip, at most 50 MB a file; all files of one source together.
        </span>
      </div>
      {sending.length > 0 ? (
        <ul className={styles.files} aria-label="Files on their way">
          {sending.map(({ name, size, share, problem }) => (
            <li key={name} data-problem={problem ? true : undefined}>
              <bdi>{name}</bdi>
              <span className={styles.aside}>{sizeWords(size)}</span>
              {problem ? (
                <span className={styles.fault} role="alert">
                  ✕ {problem}
                </span>
              ) : share >= 1 ? (
                <span className={styles.aside}>✓ there</span>
              ) : (
                <progress max={1} value={share} aria-label={`Sent of ${name}`} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isBusy ? (
        <button type="button" className={styles.quiet} onClick={() => stop.current?.abort()}>
          Stop
        </button>
      ) : opened.current && opened.current !== into ? (
        <a href={`/desk/imports/${opened.current}`}>Go on with the files that are there</a>
      ) : null}
    </div>
  );
}
