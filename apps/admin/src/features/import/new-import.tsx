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
import { importAddress } from './import-labels.ts';
import { TermsMark } from './source-panel.tsx';

type Source = ImportSourcesQuery['importSources'][number];

/** The start of an import: files are uploaded, and their source is recognised by their columns. */
export function NewImport({ sources }: { readonly sources: readonly Source[] }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const recognise = async (id: string) => {
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
          An import turns a data set into a changeset. The files are read and matched with the register, and you check
          the result row by row. Nothing is written until you choose to write the changeset, which somebody else
          reviews.
        </p>
      </header>
      <FileDrop onDone={(id) => void recognise(id)} />
      {refusal ? (
        <Notice tone="warning" title="Not recognised">
          {refusal}
        </Notice>
      ) : null}
      <Section
        id="sources"
        title="Supported sources"
        count={sources.length}
        lead="Files are recognised by their columns, whatever their names. For a table of your own, you map its columns yourself."
      >
        <Table caption="Supported sources" columns={columns} rows={sources} keyOf={({ key }) => key} />
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
