'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { callDesk } from '../../doors/call-desk.ts';
import type { DeskError } from '../../doors/desk-answer.ts';
import { MergeChangesetDocument, type MergeChangesetMutation } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { conflictsAddress } from '../desk-home/desk-addresses.ts';
import { many } from '../review/checks.ts';
import { DeskErrorNotice } from '../review/desk-error.tsx';
import { nameOf } from '../review/names.ts';
import { type ChangesetView, reviews } from '../review/review-data.ts';
import { jobOutcome } from './job-outcome.ts';
import { isAtWork, JobProgress } from './job-progress.tsx';
import styles from './merge.module.css';
import { RevertForm } from './revert-form.tsx';

type Outcome = MergeChangesetMutation['outcome'];

interface MergePanelProps {
  readonly view: ChangesetView;
  readonly onDone: () => void;
}

/** Where an approved changeset is merged, what came of it, and once it is merged where it went and how to undo it. */
export function MergePanel({ view, onDone }: MergePanelProps) {
  const { changeset, me } = view;
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const [fault, setFault] = useState<DeskError>();
  const merge = async () => {
    setBusy(true);
    setFault(undefined);
    const answer = await callDesk(MergeChangesetDocument, { changeset: changeset.id, version: changeset.version });
    setBusy(false);
    if (!answer.ok) setFault(answer.error);
    else setOutcome(answer.data.outcome);
    onDone();
  };
  const started = outcome?.__typename === 'Merging' ? outcome.job : undefined;
  const latest = changeset.job?.kind === 'MERGE' ? changeset.job : undefined;
  const job = latest && isAtWork(latest) ? latest : started;
  const failed = latest?.status === 'FAILED' && changeset.status !== 'MERGED' ? jobOutcome(latest.outcome) : undefined;
  if (changeset.status === 'MERGED') return <MergedPanel view={view} />;
  return (
    <>
      {changeset.status === 'APPROVED' && reviews(me) && !job ? (
        <div className={styles.merge}>
          <Button onClick={() => void merge()} loading={isBusy}>
            Merge
          </Button>
          <span className={styles.aside}>
            Version {changeset.version} becomes the next revision of the register, as a whole or not at all.
          </span>
        </div>
      ) : null}
      {job ? <JobProgress job={job} onDone={onDone} /> : null}
      <div role="alert">
        {fault ? <DeskErrorNotice fault={fault} /> : null}
        {outcome ? <OutcomeNotice outcome={outcome} view={view} /> : null}
        {!outcome && failed ? (
          <Notice tone="warning" title="The last merge did not go through">
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
        <Notice tone="warning" title="Not merged: others have changed the same fields">
          <p>
            {many(outcome.conflicts.length, 'field')} moved since the author saw them. The changeset is a draft again,
            and nothing of it reached the register.
          </p>
          <p>
            {changeset.author?.id === me.id ? (
              <a href={conflictsAddress(changeset)}>Settle the conflicts</a>
            ) : (
              <>
                Its author settles them and submits it again.{' '}
                <a href={conflictsAddress(changeset)}>See the conflicts</a>
              </>
            )}
          </p>
        </Notice>
      );
    case 'Refused':
      return (
        <Notice tone="warning" title="Not merged: it was refused">
          <ul>
            {outcome.problems.map(({ message, fact, field }) => (
              <li key={`${fact} ${field} ${message}`}>{message}</li>
            ))}
          </ul>
          <p>The changeset is a draft again, and nothing of it reached the register.</p>
        </Notice>
      );
    default:
      return (
        <Notice tone="warning" title="Not merged">
          {outcome.message}
        </Notice>
      );
  }
}

function MergedPanel({ view }: { view: ChangesetView }) {
  const { changeset, names, me } = view;
  const [first] = changeset.facts.nodes.filter(({ operations }) => operations.every(({ kind }) => kind !== 'RETIRE'));
  return (
    <div className={styles.merged}>
      <p>
        <b>
          Merged as <a href={`/revisions/${changeset.revision}`}>revision {changeset.revision}</a>.
        </b>{' '}
        {first ? (
          <>
            Readers see it now: <a href={factPath(first.fact)}>{nameOf(first.fact, names)}</a>.
          </>
        ) : (
          'Readers see it now.'
        )}
      </p>
      {reviews(me) && changeset.revision ? <RevertForm revision={changeset.revision} /> : null}
    </div>
  );
}
