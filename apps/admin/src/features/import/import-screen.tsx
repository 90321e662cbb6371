'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import {
  CancelImportDocument,
  CheckImportDocument,
  type ImportOutcome,
  RecogniseImportDocument,
  SetImportSourceDocument,
  WriteImportDocument,
} from '../../generated/desk/graphql.ts';
import { momentWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { useRefresh } from '../review/use-refresh.ts';
import { CancelImport } from './cancel-import.tsx';
import { CountsTable } from './counts-table.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilesTable } from './files-table.tsx';
import styles from './import.module.css';
import type { ImportView } from './import-data.ts';
import { formatCount, importStatusLabels } from './import-labels.ts';
import { ImportProgress } from './import-progress.tsx';
import { MappingEditor } from './mapping/mapping-editor.tsx';
import { MatchRules } from './match-rules.tsx';
import { errorMessages, type MutationAnswer } from './mutation-errors.ts';
import { RowsPanel } from './rows-panel.tsx';
import { SourceChoice } from './source-choice.tsx';
import { SourcePanel } from './source-panel.tsx';
import { Steps } from './steps.tsx';
import { WriteForm } from './write-form.tsx';

/** An import from its files to its changeset: source, progress, the outcome of each row, and the write step. */
export function ImportScreen({ view }: { readonly view: ImportView }) {
  const { me, importDetails, sources, mappings, names, open, after } = view;
  const refresh = useRefresh();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isMapping, setMapping] = useState(false);
  const [answerCount, setAnswerCount] = useState(0);
  const { id, number, title, status, source, files, counts, changeset, problem, startedBy, createdAt, rows } =
    importDetails;
  const isMine = startedBy?.id === me.id;
  const isRunning = status === 'CHECKING' || status === 'WRITING';
  const isClosed = status === 'WRITTEN' || status === 'CANCELLED';
  const canCancel = (isMine || me.role === 'ADMIN') && !isClosed;
  const canEdit = isMine && !isRunning && !isClosed;

  /** Runs a mutation, shows its error messages and refreshes the page. Returns true when it succeeded. */
  const run = async (request: Promise<MutationAnswer>): Promise<boolean> => {
    setBusy(true);
    const answer = await request;
    setBusy(false);
    const messages = errorMessages(answer);
    setFailures(messages);
    refresh();
    return messages.length === 0;
  };
  const check = () => {
    setAnswerCount(0);
    return run(callDesk(CheckImportDocument, { import: id }));
  };
  const total = (outcome: ImportOutcome) =>
    counts.filter((count) => count.outcome === outcome).reduce((sum, count) => sum + count.rows, 0);
  const isCsv = source?.key === 'csv' || importDetails.mapping !== null;
  const rowsToWrite = total('CREATE') + total('UPDATE') + total('CITED');
  const rowsNotWritten = total('ERROR') + total('LEFT') + total('DOUBTFUL') + total('CONFLICT');

  return (
    <article className={styles.screen}>
      <header className={styles.header}>
        <p className={styles.eyebrow}>
          <a href="/desk/imports">Imports</a> · IM-{number}
        </p>
        <h1>
          <bdi>{title || source?.title || files[0]?.name || 'Import'}</bdi>
        </h1>
        <p className={styles.aside}>
          Started by {personName(startedBy, me)}, {momentWords(createdAt)}
        </p>
        <Steps status={status} hasSource={source !== null} />
      </header>
      <div role="alert" className={styles.alerts}>
        {failures.length > 0 ? (
          <Notice tone="warning" title="Not done">
            {failures.map((failure) => (
              <p key={failure}>{failure}</p>
            ))}
          </Notice>
        ) : null}
        {problem ? (
          <Notice tone="warning" title={status === 'FAILED' ? 'The import failed' : 'Action needed'}>
            {problem}
          </Notice>
        ) : null}
      </div>
      {isRunning ? <ImportProgress key={status} pace={importDetails} onDone={refresh} /> : null}
      {status === 'WRITTEN' && changeset ? (
        <div className={styles.running}>
          <p>
            <b>Written.</b> {formatCount(rowsToWrite)} rows were written to{' '}
            <a href={changesetAddress(changeset)}>CS-{changeset.number}</a>. Submit it for review.
          </p>
          <Button component="a" href={changesetAddress(changeset)} size="xs">
            Open changeset
          </Button>
        </div>
      ) : null}
      {status === 'CANCELLED' ? <Notice title="Cancelled">{importStatusLabels.CANCELLED.description}</Notice> : null}
      <div className={styles.actions}>
        {canEdit && source && !isMapping ? (
          <Button
            size="xs"
            variant={status === 'CHECKED' && answerCount === 0 ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => void check()}
          >
            {status === 'CHECKED' ? 'Check again' : 'Check'}
          </Button>
        ) : null}
        {answerCount > 0 ? (
          <span className={styles.aside} role="status">
            {answerCount === 1 ? '1 answer saved.' : `${answerCount} answers saved.`} Check again to apply{' '}
            {answerCount === 1 ? 'it' : 'them'}.
          </span>
        ) : null}
        {canCancel ? (
          <CancelImport isBusy={isBusy} onConfirm={() => void run(callDesk(CancelImportDocument, { import: id }))} />
        ) : null}
      </div>

      {counts.length > 0 && status !== 'CANCELLED' ? (
        <Section
          id="outcome"
          title={status === 'WRITTEN' ? 'Result of the import' : 'Preview of the import'}
          count={counts.reduce((sum, count) => sum + count.rows, 0)}
          lead={isRunning ? 'So far.' : undefined}
          aside={
            rowsNotWritten > 0 ? (
              <a href={`/desk/imports/${id}/errors.csv`} download>
                Download rows that are not imported (CSV)
              </a>
            ) : undefined
          }
        >
          <CountsTable id={id} counts={counts} open={open ?? {}} />
        </Section>
      ) : null}
      {open ? (
        <RowsPanel
          importId={id}
          outcome={open.outcome}
          type={open.type}
          rows={rows.nodes}
          count={counts
            .filter((count) => count.outcome === open.outcome && (!open.type || count.type === open.type))
            .reduce((sum, count) => sum + count.rows, 0)}
          next={rows.hasNextPage ? rows.endCursor : null}
          isLaterPage={after !== undefined}
          names={names}
          canAnswer={canEdit}
          onAnswered={() => {
            setAnswerCount((before) => before + 1);
            refresh();
          }}
        />
      ) : null}
      {status === 'CHECKED' && isMine ? (
        <Section
          id="write"
          title="Write the changeset"
          lead={
            rowsNotWritten > 0
              ? `${formatCount(rowsToWrite)} rows will be written. ${formatCount(rowsNotWritten)} will not. A later import can bring them in.`
              : `${formatCount(rowsToWrite)} rows will be written.`
          }
        >
          <WriteForm
            initial={{
              title: title || (source ? `${source.title}, ${source.version}` : ''),
              reliability: source?.reliability ?? 'F',
              credibility: source?.credibility ?? 6,
            }}
            isBusy={isBusy}
            blocker={rowsToWrite === 0 ? 'There is nothing new to write.' : undefined}
            onWrite={(writing) => void run(callDesk(WriteImportDocument, { import: id, ...writing }))}
          />
        </Section>
      ) : null}
      {files.length > 0 ? (
        <Section id="files" title="Files" count={files.length}>
          <FilesTable files={files} />
          {canEdit ? (
            <FileDrop into={id} onDone={() => void run(callDesk(RecogniseImportDocument, { import: id }))} />
          ) : null}
        </Section>
      ) : null}
      {canEdit && !isMapping ? (
        <SourceChoice
          current={source?.key ?? null}
          isCsv={isCsv}
          sources={sources}
          isBusy={isBusy}
          onChoose={(key) =>
            key === 'csv' ? setMapping(true) : void run(callDesk(SetImportSourceDocument, { import: id, source: key }))
          }
        />
      ) : null}
      {isMapping && canEdit ? (
        <MappingEditor
          files={files}
          initial={importDetails.mapping}
          saved={mappings}
          isBusy={isBusy}
          onCancel={() => setMapping(false)}
          onUse={(mapping) =>
            void run(callDesk(SetImportSourceDocument, { import: id, source: 'csv', mapping })).then(
              (isSuccess) => isSuccess && setMapping(false),
            )
          }
        />
      ) : null}
      {source && !isMapping ? <SourcePanel source={source} /> : null}
      <MatchRules />
    </article>
  );
}
