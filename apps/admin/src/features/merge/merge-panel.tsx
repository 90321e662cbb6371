'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { callDesk } from '../../endpoints/call-desk.ts';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import { MergeChangesetDocument, type MergeChangesetMutation } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { conflictsAddress } from '../desk-home/desk-addresses.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { DeskErrorNotice } from '../review/desk-error-notice.tsx';
import { labelOf } from '../review/names.ts';
import { type ChangesetView, canReview } from '../review/review-data.ts';
import { describeMergeFailure } from './job-outcome.ts';
import { isUnfinished, JobProgress } from './job-progress.tsx';
import styles from './merge.module.css';
import { MergeConfirmation } from './merge-confirmation.tsx';
import { RevertForm } from './revert-form.tsx';
import { texts } from './texts.tsx';

type Outcome = MergeChangesetMutation['outcome'];

interface MergePanelProps {
  readonly view: ChangesetView;
  readonly onDone: () => void;
}

/**
 * The button with which an editor merges an approved changeset after a confirmation, and the progress and outcome of the merge. For a merged
 * changeset, links to the revision and lets editors revert it.
 */
export function MergePanel({ view, onDone }: MergePanelProps) {
  const { changeset, me } = view;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<DeskError>();
  const merge = async () => {
    setAsking(false);
    setBusy(true);
    setError(undefined);
    const answer = await callDesk(MergeChangesetDocument, { changeset: changeset.id, version: changeset.version });
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    else setOutcome(answer.data.outcome);
    onDone();
  };
  const started = outcome?.__typename === 'Merging' ? outcome.job : undefined;
  const latest = changeset.job?.kind === 'MERGE' ? changeset.job : undefined;
  const job = latest && isUnfinished(latest) ? latest : started;
  const failed =
    latest?.status === 'FAILED' && changeset.status !== 'MERGED' ? describeMergeFailure(latest.outcome) : undefined;
  if (changeset.status === 'MERGED') return <MergedPanel view={view} />;
  return (
    <>
      {changeset.status === 'APPROVED' && canReview(me) && !job ? (
        <div className={styles.merge}>
          <Button onClick={() => setAsking(true)} loading={isBusy} aria-haspopup="dialog">
            {texts.merge.button}
          </Button>
          <MergeConfirmation view={view} isOpen={isAsking} close={() => setAsking(false)} merge={() => void merge()} />
          <span className={styles.aside}>{texts.merge.hint(changeset.version)}</span>
        </div>
      ) : null}
      {job ? <JobProgress job={job} onDone={onDone} /> : null}
      <div role="alert">
        {error ? <DeskErrorNotice error={error} /> : null}
        {outcome ? <OutcomeNotice outcome={outcome} view={view} /> : null}
        {!outcome && failed ? (
          <Notice tone="warning" title={texts.merge.lastFailed}>
            {failed}
          </Notice>
        ) : null}
      </div>
    </>
  );
}

function OutcomeNotice({ outcome, view: { changeset, me } }: { outcome: Outcome; view: ChangesetView }) {
  switch (outcome.__typename) {
    case 'Merged':
    case 'Merging':
      return null;
    case 'Conflicts':
      return (
        <Notice tone="warning" title={texts.notMerged.conflicts}>
          <p>{texts.notMerged.conflictsText(outcome.conflicts.length)}</p>
          <p>
            {changeset.author?.id === me.id ? (
              <a href={conflictsAddress(changeset)}>{texts.notMerged.resolve}</a>
            ) : (
              texts.notMerged.authorResolves((words) => <a href={conflictsAddress(changeset)}>{words}</a>)
            )}
          </p>
        </Notice>
      );
    case 'Refused':
      return (
        <Notice tone="warning" title={texts.notMerged.refused}>
          <ul>
            {outcome.problems.map(({ message, fact, field }) => (
              <li key={`${fact} ${field} ${message}`}>{message}</li>
            ))}
          </ul>
          <p>{texts.notMerged.refusedText}</p>
        </Notice>
      );
    default:
      return (
        <Notice tone="warning" title={texts.notMerged.heading}>
          {outcome.message}
        </Notice>
      );
  }
}

function MergedPanel({ view }: { view: ChangesetView }) {
  const { changeset, names, me } = view;
  const { revision } = changeset;
  const [first] = changeset.facts.nodes.filter(({ operations }) => operations.every(({ kind }) => kind !== 'RETIRE'));
  return (
    <div className={styles.merged}>
      <p>
        <b>
          {revision
            ? texts.merged.mergedAs(<a href={`/revisions/${revision}`}>{changesetTexts.revision(revision)}</a>)
            : null}
        </b>{' '}
        {first ? texts.merged.publicPage(<a href={factPath(first.fact)}>{labelOf(first.fact, names)}</a>) : null}
      </p>
      {canReview(me) && revision ? <RevertForm revision={revision} /> : null}
    </div>
  );
}
