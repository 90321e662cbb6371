'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { type ImportSourcesQuery, RecogniseImportDocument } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { FileDrop } from './file-drop.tsx';
import styles from './import.module.css';
import { importAddress } from './import-words.ts';
import { TermsMark } from './source-panel.tsx';

type Source = ImportSourcesQuery['importSources'][number];

/** Where an import begins: files are handed over, and their source is recognised by their columns. */
export function NewImport({ sources }: { readonly sources: readonly Source[] }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const go = async (id: string) => {
    const answer = await callDesk(RecogniseImportDocument, { import: id });
    const message = answer.ok ? undefined : answer.error.message;
    if (message) return setRefusal(message);
    router.push(importAddress(id));
    router.refresh();
  };
  return (
    <div className={styles.screen}>
      <header>
        <h1>New import</h1>
        <p className={styles.lead}>
          Data sets come in by way of a changeset: files are read, matched with the register, shown row by row, and only
          then written as operations for somebody else to review. Until you say so nothing is written.
        </p>
      </header>
      <FileDrop onDone={(id) => void go(id)} />
      {refusal ? (
        <Notice tone="warning" title="Not recognised">
          {refusal}
        </Notice>
      ) : null}
      <Section
        id="sources"
        title="Sources that are read"
        count={sources.length}
        lead="Their files are known by their columns, whatever they are called. For a table of your own you say what each column means."
      >
        <Table caption="Sources that are read" columns={columns} rows={sources} keyOf={({ key }) => key} />
      </Section>
    </div>
  );
}

const columns: Column<Source>[] = [
  {
    key: 'title',
    label: 'Source',
    isName: true,
    cell: ({ title, version }) => (
      <>
        {title} <span className={styles.aside}>{version}</span>
      </>
    ),
  },
  {
    key: 'coverage',
    label: 'Covers',
    cell: ({ coverage }) => <span className={styles.span}>{coverage.replace('/', '–')}</span>,
  },
  {
    key: 'files',
    label: 'Files',
    cell: ({ files }) => (
      <ul className={styles.plain}>
        {files.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    ),
  },
  { key: 'grade', label: 'Grade', cell: ({ reliability, credibility }) => `${reliability}${credibility}` },
  { key: 'terms', label: 'Terms', cell: (source) => <TermsMark source={source} /> },
];
