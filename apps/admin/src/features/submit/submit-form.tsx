'use client';

import { maxTitleLength } from '@chancery/changesets';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
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
import { isUnfinished, JobProgress } from '../merge/job-progress.tsx';
import { texts as mergeTexts } from '../merge/texts.tsx';
import type { ChangesetChecks } from '../review/checks.ts';
import type { ChangesetView } from '../review/review-data.ts';
import { blockers } from './blockers.ts';
import styles from './submit.module.css';
import { texts } from './texts.ts';

interface SubmitFormProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  readonly onSubmitted: () => void;
  /** Called if a submission fails, since the page may show an outdated changeset. */
  readonly onStale: () => void;
}

/** The form that submits a changeset for review, with its title and reason. Lists what prevents a submission. */
export function SubmitForm({ view: { changeset }, checks, onSubmitted, onStale }: SubmitFormProps) {
  const work = useWork();
  const [title, setTitle] = useState(changeset.title);
  const [reason, setReason] = useState(changeset.reason);
  const titleField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  useTextTypedBeforeHydration(titleField, setTitle);
  useTextTypedBeforeHydration(reasonField, setReason);
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Refusal[]>([]);
  const [started, setStarted] = useState<JobPartsFragment>();
  const job = [started, changeset.job].find(
    (candidate) => candidate?.kind === 'SUBMIT' && candidate.version === changeset.version,
  );
  const refusals = failures.length > 0 ? failures : job?.status === 'FAILED' ? submissionRefusals(job.outcome) : [];
  const blocking = blockers(title, reason, checks);
  const warnings = checks?.problems.filter(({ severity }) => severity === 'WARNING').length ?? 0;
  const describe = async () => {
    if (title === changeset.title && reason === changeset.reason) return;
    const answer = await callDesk(DescribeChangesetDocument, { changeset: changeset.id, title, reason });
    if (!answer.ok) setFailures([answer.error]);
    else if ('message' in answer.data.outcome) setFailures([answer.data.outcome]);
    else void work.refresh();
  };
  const submit = async () => {
    setBusy(true);
    setFailures([]);
    await work.flush();
    const answer = await callDesk(SubmitChangesetDocument, {
      changeset: changeset.id,
      version: changeset.version,
      title,
      reason,
    });
    setBusy(false);
    if (!answer.ok) return setFailures([answer.error]);
    const { outcome } = answer.data;
    if (outcome.__typename === 'Submitted') return onSubmitted();
    if (outcome.__typename === 'Submitting') return setStarted(outcome.job);
    setFailures(
      outcome.__typename === 'Refused'
        ? [
            ...outcome.problems.filter(({ severity }) => severity === 'ERROR'),
            ...(outcome.conflicts.length > 0
              ? [{ message: mergeTexts.fieldsHaveChanged(outcome.conflicts.length) }]
              : []),
          ]
        : [outcome],
    );
    onStale();
  };
  if (job && isUnfinished(job))
    return (
      <JobProgress
        job={job}
        onDone={(ended) => {
          setStarted(ended);
          if (ended.status === 'DONE') onSubmitted();
          else onStale();
        }}
      />
    );
  return (
    <form
      className={styles.form}
      aria-label={texts.form.label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        ref={titleField}
        label={texts.form.title}
        description={texts.form.titleHint}
        value={title}
        maxLength={maxTitleLength}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onBlur={() => void describe()}
      />
      <Textarea
        ref={reasonField}
        label={texts.form.reason}
        description={texts.form.reasonHint}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onBlur={() => void describe()}
        autosize
        minRows={2}
      />
      <div className={styles.actions}>
        <Button type="submit" loading={isBusy} disabled={blocking.length > 0} aria-describedby="submit-blockers">
          {texts.form.submit}
        </Button>
        <p id="submit-blockers" className={styles.blockers} role="status">
          {statusText()}
        </p>
      </div>
      <div role="alert">
        {refusals.length > 0 ? (
          <Notice tone="warning" title={texts.form.notSubmitted}>
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

  function statusText(): string {
    const { version } = changeset;
    if (blocking.length > 0) return texts.form.blocked(blocking);
    if (!checks) return texts.form.unchecked(version);
    return checks.isChecked ? texts.form.ready(version, warnings) : texts.form.large(version);
  }
}
