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
import { CountsTable } from './counts-table.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilesTable } from './files-table.tsx';
import { GiveUp } from './give-up.tsx';
import styles from './import.module.css';
import type { ImportView } from './import-data.ts';
import { ImportProgress } from './import-progress.tsx';
import { figure, importStatusWords } from './import-words.ts';
import { MappingEditor } from './mapping/mapping-editor.tsx';
import { MatchRules } from './match-rules.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { refusalsIn, type Said } from './said.ts';
import { SourceChoice } from './source-choice.tsx';
import { SourcePanel } from './source-panel.tsx';
import { Steps } from './steps.tsx';
import { WriteForm } from './write-form.tsx';

/** An import from its files to its changeset: what it is of, what would become of each row, and how far it has come. */
export function ImportScreen({ view }: { readonly view: ImportView }) {
  const { me, found, sources, mappings, names, open, after } = view;
  const refresh = useRefresh();
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isMapping, setMapping] = useState(false);
  const [answered, setAnswered] = useState(0);
  const { id, number, title, status, source, files, counts, changeset, problem, startedBy, createdAt, rows } = found;
  const isMine = startedBy?.id === me.id;
  const isRunning = status === 'CHECKING' || status === 'WRITING';
  const isOver = status === 'WRITTEN' || status === 'CANCELLED';
  const mayCancel = (isMine || me.role === 'ADMIN') && !isOver;
  const mayWork = isMine && !isRunning && !isOver;

  /** Asks the desk for something, and shows what has become of it or why it was refused. */
  const run = async (asking: Promise<Said>): Promise<boolean> => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    const messages = refusalsIn(answer);
    setRefusals(messages);
    refresh();
    return messages.length === 0;
  };
  const check = () => {
    setAnswered(0);
    return run(callDesk(CheckImportDocument, { import: id }));
  };
  const total = (outcome: ImportOutcome) =>
    counts.filter((count) => count.outcome === outcome).reduce((sum, count) => sum + count.rows, 0);
  const isCsv = source?.key === 'csv' || found.mapping !== null;
  const brings = total('CREATE') + total('UPDATE') + total('CITED');
  const unsettled = total('DOUBTFUL');
  const aside = total('ERROR') + total('LEFT') + unsettled + total('CONFLICT');

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
        {refusals.length > 0 ? (
          <Notice tone="warning" title="Not done">
            {refusals.map((refusal) => (
              <p key={refusal}>{refusal}</p>
            ))}
          </Notice>
        ) : null}
        {problem ? (
          <Notice tone="warning" title={status === 'FAILED' ? 'It failed' : 'Before it can go on'}>
            {problem}
          </Notice>
        ) : null}
      </div>
      {isRunning ? <ImportProgress key={status} pace={found} onDone={refresh} /> : null}
      {status === 'WRITTEN' && changeset ? (
        <div className={styles.running}>
          <p>
            <b>Written.</b> {figure(brings)} rows are operations of{' '}
            <a href={changesetAddress(changeset)}>CS-{changeset.number}</a>, to be submitted and reviewed.
          </p>
          <Button component="a" href={changesetAddress(changeset)} size="xs">
            To its submission
          </Button>
        </div>
      ) : null}
      {status === 'CANCELLED' ? <Notice title="Given up">{importStatusWords.CANCELLED.sentence}</Notice> : null}
      <div className={styles.actions}>
        {mayWork && source && !isMapping ? (
          <Button
            size="xs"
            variant={status === 'CHECKED' && answered === 0 ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => void check()}
          >
            {status === 'CHECKED' ? 'Check again' : 'Check'}
          </Button>
        ) : null}
        {answered > 0 ? (
          <span className={styles.aside} role="status">
            {answered === 1 ? 'One answer is kept.' : `${answered} answers are kept.`} Check again to see what becomes
            of the rows.
          </span>
        ) : null}
        {mayCancel ? (
          <GiveUp isBusy={isBusy} onSure={() => void run(callDesk(CancelImportDocument, { import: id }))} />
        ) : null}
      </div>

      {counts.length > 0 && status !== 'CANCELLED' ? (
        <Section
          id="outcome"
          title={status === 'WRITTEN' ? 'What was written' : 'What would become of it'}
          count={counts.reduce((sum, count) => sum + count.rows, 0)}
          lead={isRunning ? 'So far.' : undefined}
          aside={
            aside > 0 ? (
              <a href={`/desk/imports/${id}/errors.csv`} download>
                What is not taken, as CSV
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
          isLater={after !== undefined}
          names={names}
          mayAnswer={mayWork}
          onAnswered={() => {
            setAnswered((before) => before + 1);
            refresh();
          }}
        />
      ) : null}
      {status === 'CHECKED' && isMine ? (
        <Section
          id="write"
          title="Write it"
          lead={
            aside > 0
              ? `${figure(brings)} rows are written. ${figure(aside)} are not: they stay as they are, and can be brought in by a later import.`
              : `${figure(brings)} rows are written.`
          }
        >
          <WriteForm
            first={{
              title: title || (source ? `${source.title}, ${source.version}` : ''),
              reliability: source?.reliability ?? 'F',
              credibility: source?.credibility ?? 6,
            }}
            isBusy={isBusy}
            blocker={brings === 0 ? 'Nothing of it is new: there is nothing to write.' : undefined}
            onWrite={(writing) => void run(callDesk(WriteImportDocument, { import: id, ...writing }))}
          />
        </Section>
      ) : null}
      {files.length > 0 ? (
        <Section id="files" title="Files" count={files.length}>
          <FilesTable files={files} />
          {mayWork ? (
            <FileDrop into={id} onDone={() => void run(callDesk(RecogniseImportDocument, { import: id }))} />
          ) : null}
        </Section>
      ) : null}
      {mayWork && !isMapping ? (
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
      {isMapping && mayWork ? (
        <MappingEditor
          files={files}
          first={found.mapping}
          saved={mappings}
          isBusy={isBusy}
          onCancel={() => setMapping(false)}
          onUse={(mapping) =>
            void run(callDesk(SetImportSourceDocument, { import: id, source: 'csv', mapping })).then(
              (isDone) => isDone && setMapping(false),
            )
          }
        />
      ) : null}
      {source && !isMapping ? <SourcePanel source={source} /> : null}
      <MatchRules />
    </article>
  );
}
