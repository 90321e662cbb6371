'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import {
  CancelImportDocument,
  CheckImportDocument,
  type ImportOutcome,
  RecogniseImportDocument,
  SetImportSourceDocument,
  WriteImportDocument,
} from '../../generated/desk/graphql.ts';
import { dayWords, momentWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { useRefresh } from '../review/use-refresh.ts';
import { CancelImport } from './cancel-import.tsx';
import { CountsTable } from './counts-table.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilesTable } from './files-table.tsx';
import styles from './import.module.css';
import type { ImportView } from './import-data.ts';
import { importStatusLabels } from './import-labels.ts';
import { ImportProgress } from './import-progress.tsx';
import { MappingEditor } from './mapping/mapping-editor.tsx';
import { MatchRules } from './match-rules.tsx';
import { errorMessages, type MutationAnswer } from './mutation-errors.ts';
import { RowsPanel } from './rows-panel.tsx';
import { SourceChoice } from './source-choice.tsx';
import { SourcePanel } from './source-panel.tsx';
import { Steps } from './steps.tsx';
import { texts } from './texts.tsx';
import { WriteForm } from './write-form.tsx';

/**
 * The page of an import, from its files to its changeset: source, progress, outcomes of rows, and the form that writes
 * it.
 */
export function ImportScreen({ view }: { readonly view: ImportView }) {
  const { me, importDetails, sources, mappings, names, open, after } = view;
  const refresh = useRefresh();
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isMapping, setMapping] = useState(false);
  const [answerCount, setAnswerCount] = useState(0);
  const { id, number, title, status, source, files, counts, changeset, problem, startedBy, createdAt, rows } =
    importDetails;
  const { expiresAt } = importDetails;
  const isMine = startedBy?.id === me.id;
  const isRunning = status === 'CHECKING' || status === 'WRITING';
  const isClosed = status === 'WRITTEN' || status === 'CANCELLED' || status === 'EXPIRED';
  const canCancel = (isMine || me.role === 'ADMIN') && !isClosed;
  const canEdit = isMine && !isRunning && !isClosed;

  /** Runs a mutation, shows its error messages and refreshes the page. Returns true if the mutation succeeded. */
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
          {texts.screen.path(
            (words) => (
              <a href="/desk/imports">{words}</a>
            ),
            texts.importNumber(number),
          )}
        </p>
        <h1>
          <bdi>{title || source?.title || files[0]?.name || texts.screen.untitled}</bdi>
        </h1>
        <p className={styles.aside}>{texts.screen.startedBy(personName(startedBy, me), momentWords(createdAt))}</p>
        {expiresAt ? <p className={styles.aside}>{texts.screen.expires(dayWords(expiresAt))}</p> : null}
        {changeset?.status === 'MERGED' ? <p className={styles.aside}>{texts.screen.keeps}</p> : null}
        <Steps status={status} hasSource={source !== null} />
      </header>
      <div role="alert" className={styles.alerts}>
        {failures.length > 0 ? (
          <Notice tone="warning" title={texts.screen.notDone}>
            {failures.map((failure) => (
              <p key={failure}>{failure}</p>
            ))}
          </Notice>
        ) : null}
        {problem ? (
          <Notice tone="warning" title={problemTitle(status)}>
            {problem}
          </Notice>
        ) : null}
      </div>
      {isRunning ? <ImportProgress key={status} pace={importDetails} onDone={refresh} /> : null}
      {status === 'WRITTEN' && changeset ? (
        <div className={styles.running}>
          <p>
            {texts.screen.written(
              (words) => (
                <b>{words}</b>
              ),
              rowsToWrite,
              <a href={changesetAddress(changeset)}>{changesetTexts.changesetNumber(changeset.number)}</a>,
            )}
          </p>
          <Button component="a" href={changesetAddress(changeset)} size="xs">
            {texts.screen.openChangeset}
          </Button>
        </div>
      ) : null}
      {status === 'CANCELLED' ? (
        <Notice title={texts.screen.cancelled}>{importStatusLabels.CANCELLED.description}</Notice>
      ) : null}
      <div className={styles.actions}>
        {canEdit && source && !isMapping ? (
          <Button
            size="xs"
            variant={status === 'CHECKED' && answerCount === 0 ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => void check()}
          >
            {status === 'CHECKED' ? texts.screen.checkAgain : texts.screen.check}
          </Button>
        ) : null}
        {answerCount > 0 ? (
          <span className={styles.aside} role="status">
            {texts.screen.answersSaved(answerCount)}
          </span>
        ) : null}
        {canCancel ? (
          <CancelImport isBusy={isBusy} onConfirm={() => void run(callDesk(CancelImportDocument, { import: id }))} />
        ) : null}
      </div>

      {counts.length > 0 && status !== 'CANCELLED' ? (
        <Section
          id="outcome"
          title={status === 'WRITTEN' ? texts.screen.result : texts.screen.preview}
          count={counts.reduce((sum, count) => sum + count.rows, 0)}
          lead={isRunning ? texts.screen.soFar : undefined}
          aside={
            rowsNotWritten > 0 ? (
              <a href={`/desk/imports/${id}/errors.csv`} download>
                {texts.screen.downloadNotImported}
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
        <Section id="write" title={texts.screen.write} lead={texts.screen.willBeWritten(rowsToWrite, rowsNotWritten)}>
          <WriteForm
            initial={{
              title: title || (source ? `${source.title}, ${source.version}` : ''),
              reliability: source?.reliability ?? 'F',
              credibility: source?.credibility ?? 6,
            }}
            isBusy={isBusy}
            blocker={rowsToWrite === 0 ? texts.screen.nothingNew : undefined}
            onWrite={(writing) => void run(callDesk(WriteImportDocument, { import: id, ...writing }))}
          />
        </Section>
      ) : null}
      {files.length > 0 ? (
        <Section id="files" title={texts.screen.files} count={files.length}>
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
          importId={id}
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

function problemTitle(status: ImportView['importDetails']['status']): string {
  switch (status) {
    case 'FAILED':
      return texts.screen.failed;
    case 'EXPIRED':
      return texts.screen.expired;
    default:
      return texts.screen.actionNeeded;
  }
}
