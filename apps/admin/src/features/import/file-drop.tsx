'use client';

import { useRef, useState } from 'react';
import styles from './import.module.css';
import { formatSize } from './import-labels.ts';
import { texts } from './texts.tsx';
import { uploadFile } from './upload-file.ts';

interface Upload {
  readonly name: string;
  readonly size: number;
  /** Share of the file that has been sent, from 0 to 1. */
  readonly share: number;
  /** True when the desk has confirmed that it has the file. */
  readonly isStored: boolean;
  readonly error?: string;
}

interface FileDropProps {
  /** The import to add the files to. Without it, the first file creates an import. */
  readonly into?: string;
  /** Called with the id of the import when all files are uploaded without an error. */
  readonly onDone: (id: string) => void;
}

/** An area for files that are dropped or chosen. Uploads them one after another and shows the progress of each. */
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
    setUploads(files.map(({ name, size }) => ({ name, size, share: 0, isStored: false })));
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
        update(at, { share: 1, isStored: true });
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
          {texts.upload.choose}
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
        <span>{texts.upload.hint}</span>
      </div>
      {uploads.length > 0 ? (
        <ul className={styles.files} aria-label={texts.upload.label}>
          {uploads.map(({ name, size, share, isStored, error }) => (
            <li key={name} data-problem={error ? true : undefined}>
              <bdi>{name}</bdi>
              <span className={styles.aside}>{formatSize(size)}</span>
              {error ? (
                <span className={styles.error} role="alert">
                  {texts.upload.failed(error)}
                </span>
              ) : isStored ? (
                <span className={styles.aside}>{texts.upload.uploaded}</span>
              ) : (
                <progress max={1} value={share} aria-label={texts.upload.progressOf(name)} />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isBusy ? (
        <button type="button" className={styles.quiet} onClick={() => abort.current?.abort()}>
          {texts.upload.stop}
        </button>
      ) : importId.current && importId.current !== into ? (
        <a href={`/desk/imports/${importId.current}`}>{texts.upload.proceed}</a>
      ) : null}
    </div>
  );
}
