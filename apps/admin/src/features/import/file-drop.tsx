'use client';

import { useRef, useState } from 'react';
import styles from './import.module.css';
import { formatSize } from './import-labels.ts';
import { uploadFile } from './upload-file.ts';

interface Upload {
  readonly name: string;
  readonly size: number;
  /** Share of the file that has been sent, from 0 to 1. */
  readonly share: number;
  readonly error?: string;
}

interface FileDropProps {
  /** The import to add the files to. Without it, the first file creates an import. */
  readonly into?: string;
  /** Called with the id of the import when all files are uploaded. */
  readonly onDone: (id: string) => void;
}

/** Uploads files that are dropped or chosen, one after another, and shows the progress of each. */
export function FileDrop({ into, onDone }: FileDropProps) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const importId = useRef(into);
  const abort = useRef<AbortController>(undefined);

  const send = async (files: readonly File[]) => {
    if (files.length === 0 || isBusy) return;
    const controller = new AbortController();
    abort.current = controller;
    setBusy(true);
    setUploads(files.map(({ name, size }) => ({ name, size, share: 0 })));
    const update = (at: number, change: Partial<Upload>) =>
      setUploads((all) => all.map((upload, index) => (index === at ? { ...upload, ...change } : upload)));
    let hasFailed = false;
    for (const [at, file] of files.entries()) {
      const answer = await uploadFile(file, {
        into: importId.current,
        onSent: (share) => update(at, { share }),
        signal: controller.signal,
      });
      if (answer.ok) {
        importId.current = answer.import;
        update(at, { share: 1 });
      } else {
        hasFailed = true;
        update(at, { error: answer.message });
      }
    }
    setBusy(false);
    if (importId.current && !hasFailed) onDone(importId.current);
  };
  return (
    <div className={styles.upload}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the accessible way to choose files */}
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
          or drop them here. CSV or gzipped CSV, at most 50 MB per file. Upload all files of a source together.
        </span>
      </div>
      {uploads.length > 0 ? (
        <ul className={styles.files} aria-label="Uploads">
          {uploads.map(({ name, size, share, error }) => (
            <li key={name} data-problem={error ? true : undefined}>
              <bdi>{name}</bdi>
              <span className={styles.aside}>{formatSize(size)}</span>
              {error ? (
                <span className={styles.error} role="alert">
                  ✕ {error}
                </span>
              ) : share >= 1 ? (
                <span className={styles.aside}>✓ uploaded</span>
              ) : (
                <progress max={1} value={share} aria-label={`Upload progress of ${name}`} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isBusy ? (
        <button type="button" className={styles.quiet} onClick={() => abort.current?.abort()}>
          Stop upload
        </button>
      ) : importId.current && importId.current !== into ? (
        <a href={`/desk/imports/${importId.current}`}>Continue with the uploaded files</a>
      ) : null}
    </div>
  );
}
