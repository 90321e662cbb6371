'use client';

import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import {
  DescribeChangesetDocument,
  type JobPartsFragment,
  SubmitChangesetDocument,
} from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { useTextTypedBeforeHydration } from '../../ui/use-text-typed-before-hydration.ts';
import { useWork } from '../changeset/work-provider.tsx';
import { editorAddress } from '../desk-home/desk-addresses.ts';
import { type Refusal, submissionRefusals } from '../merge/job-outcome.ts';
import { isAtWork, JobProgress } from '../merge/job-progress.tsx';
import { type ChangesetChecks, many } from '../review/checks.ts';
import type { ChangesetView } from '../review/review-data.ts';
import { blockers } from './blockers.ts';
import styles from './submit.module.css';

interface SubmitFormProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  readonly onSubmitted: () => void;
  /** The changeset is no longer what the page shows. */
  readonly onMoved: () => void;
}

/** What reviewers are told, and the submission; the button says what it still waits for. */
export function SubmitForm({ view: { changeset }, checks, onSubmitted, onMoved }: SubmitFormProps) {
  const work = useWork();
  const [title, setTitle] = useState(changeset.title);
  const [reason, setReason] = useState(changeset.reason);
  const titleField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useTextTypedBeforeHydration(titleField, setTitle);
  useTextTypedBeforeHydration(reasonField, setReason);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<readonly Refusal[]>([]);
  const [started, setStarted] = useState<JobPartsFragment>();
  const job = [started, changeset.job].find((it) => it?.kind === 'SUBMIT' && it.version === changeset.version);
  const refusals = told.length > 0 ? told : job?.status === 'FAILED' ? submissionRefusals(job.outcome) : [];
  const waits = blockers(title, reason, checks);
  const warnings = checks?.problems.filter(({ severity }) => severity === 'WARNING').length ?? 0;
  const describe = async () => {
    if (title === changeset.title && reason === changeset.reason) return;
    const answer = await callDesk(DescribeChangesetDocument, { changeset: changeset.id, title, reason });
    if (!answer.ok) setTold([answer.error]);
    else if ('message' in answer.data.outcome) setTold([answer.data.outcome]);
    else void work.refresh();
  };
  const submit = async () => {
    setBusy(true);
    setTold([]);
    await work.flush();
    const answer = await callDesk(SubmitChangesetDocument, {
      changeset: changeset.id,
      version: changeset.version,
      title,
      reason,
    });
    setBusy(false);
    if (!answer.ok) return setTold([answer.error]);
    const { outcome } = answer.data;
    if (outcome.__typename === 'Submitted') return onSubmitted();
    if (outcome.__typename === 'Submitting') return setStarted(outcome.job);
    setTold(
      outcome.__typename === 'Refused'
        ? [
            ...outcome.problems.filter(({ severity }) => severity === 'ERROR'),
            ...(outcome.conflicts.length > 0
              ? [
                  {
                    message: `Others have changed ${many(outcome.conflicts.length, 'field')} since. Settle the conflicts first.`,
                  },
                ]
              : []),
          ]
        : [outcome],
    );
    onMoved();
  };
  if (job && isAtWork(job))
    return (
      <JobProgress
        job={job}
        onDone={(ended) => {
          setStarted(ended);
          if (ended.status === 'DONE') onSubmitted();
          else onMoved();
        }}
      />
    );
  return (
    <form
      className={styles.form}
      aria-label="Submit for review"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        ref={titleField}
        label="Title"
        description="What it does, in a few words."
        value={title}
        maxLength={300}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onBlur={() => void describe()}
      />
      <Textarea
        ref={reasonField}
        label="Why"
        description="For the reviewers: what has come to light, what you rely on, what you are in doubt of."
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onBlur={() => void describe()}
        autosize
        minRows={2}
      />
      <div className={styles.actions}>
        <Button type="submit" loading={isBusy} disabled={waits.length > 0} aria-describedby="submit-blockers">
          Submit for review
        </Button>
        <p id="submit-blockers" className={styles.blockers} role="status">
          {waits.length > 0
            ? `Not yet: ${waits.join(', ')}.`
            : checks?.isChecked === false
              ? `Version ${changeset.version} is large. Once submitted it is checked in the background, and if nothing stands in its way it is sealed and shown to the reviewers.`
              : `Version ${changeset.version} will be sealed and shown to the reviewers${warnings > 0 ? `, with ${many(warnings, 'warning')}` : ''}.`}
        </p>
      </div>
      <div role="alert">
        {refusals.length > 0 ? (
          <Notice tone="warning" title="Not submitted">
            <ul>
              {refusals.map(({ message, fact, field, label }) => (
                <li key={`${fact} ${field} ${message}`}>
                  {fact && label ? (
                    <>
                      <a href={editorAddress(fact, field)}>
                        <bdi>{label}</bdi>
                      </a>
                      :{' '}
                    </>
                  ) : null}
                  {message}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
    </form>
  );
}
