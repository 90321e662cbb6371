'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { type ImportSourcesQuery, RecogniseImportDocument } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { FileDrop } from './file-drop.tsx';
import styles from './import.module.css';
import { importAddress } from './import-labels.ts';
import { TermsMark } from './source-panel.tsx';
import { texts } from './texts.tsx';

type Source = ImportSourcesQuery['importSources'][number];

/**
 * The page that starts an import: it uploads files, has their source recognized, and opens the page of the import.
 */
export function NewImport({ sources }: { readonly sources: readonly Source[] }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<string>();
  const recognize = async (id: string) => {
    const answer = await callDesk(RecogniseImportDocument, { import: id });
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if ('message' in outcome) return setRefusal(outcome.message);
    router.push(importAddress(id));
    router.refresh();
  };
  return (
    <div className={styles.screen}>
      <header>
        <h1>{texts.newImport.heading}</h1>
        <p className={styles.lead}>{texts.newImport.lead}</p>
      </header>
      <FileDrop onDone={(id) => void recognize(id)} />
      {refusal ? (
        <Notice tone="warning" title={texts.newImport.notRecognized}>
          {refusal}
        </Notice>
      ) : null}
      <Section id="sources" title={texts.newImport.sources} count={sources.length} lead={texts.newImport.sourcesLead}>
        <Table caption={texts.newImport.sources} columns={columns} rows={sources} keyOf={({ key }) => key} />
      </Section>
    </div>
  );
}

const columns: Column<Source>[] = [
  {
    key: 'title',
    label: texts.newImport.source,
    isName: true,
    cell: ({ title, version }) => (
      <>
        {title} <span className={styles.aside}>{version}</span>
      </>
    ),
  },
  {
    key: 'coverage',
    label: texts.newImport.covers,
    cell: ({ coverage }) => <span className={styles.span}>{coverage.replace('/', '–')}</span>,
  },
  {
    key: 'files',
    label: texts.newImport.files,
    cell: ({ files }) => (
      <ul className={styles.plain}>
        {files.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'grade',
    label: texts.newImport.grade,
    cell: ({ reliability, credibility }) => `${reliability}${credibility}`,
  },
  { key: 'terms', label: texts.newImport.terms, cell: (source) => <TermsMark source={source} /> },
];
