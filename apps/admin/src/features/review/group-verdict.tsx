'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { type GroupJudgement, JudgeGroupDocument } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { personName } from '../desk-home/person-name.ts';
import { groupWords, warningWords } from './group-words.ts';
import styles from './review.module.css';
import { type ChangesetView, type ReviewGroup, reviews } from './review-data.ts';

interface GroupVerdictProps {
  readonly view: ChangesetView;
  readonly group: ReviewGroup;
  readonly onDone: () => void;
}

/** The group that is open, what was said of it, and where a reviewer says so. It approves nothing by itself. */
export function GroupVerdict({ view, group, onDone }: GroupVerdictProps) {
  const { changeset, me } = view;
  const isOpen = changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  return (
    <section className={styles.verdict} aria-label="This group">
      <p>
        <a href="?">All groups</a> / <b>{groupWords(group)}</b>
        {group.code ? `, warned of: ${warningWords(group.code)}` : null}
      </p>
      {group.verdicts.map(({ verdict, by, note }) => (
        <p key={by?.id ?? note} className={styles.aside}>
          {verdict === 'TO_MEND'
            ? `To be mended, says ${personName(by, me)}: ${note}`
            : `Looked at by ${personName(by, me)}`}
        </p>
      ))}
      {isOpen && reviews(me) ? <Judging view={view} group={group} onDone={onDone} /> : null}
    </section>
  );
}

function Judging({ view: { changeset }, group: { type, kind, code }, onDone }: GroupVerdictProps) {
  const [isMending, setMending] = useState(false);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const judge = async (verdict: GroupJudgement) => {
    setBusy(true);
    const answer = await callDesk(JudgeGroupDocument, {
      changeset: changeset.id,
      version: changeset.sealedVersion ?? changeset.version,
      type,
      kind,
      ...(code ? { code } : {}),
      verdict,
      note: verdict === 'TO_MEND' ? note : '',
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if (outcome.__typename !== 'GroupJudged') return setRefusal(outcome.message);
    setRefusal(undefined);
    setMending(false);
    setNote('');
    onDone();
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void judge('LOOKED_AT')}>
          Looked at
        </Button>
        <Button size="xs" variant="default" aria-expanded={isMending} onClick={() => setMending(!isMending)}>
          To be mended
        </Button>
        <span className={styles.aside}>
          A note to all who review. The verdict on the changeset is given on the whole.
        </span>
      </div>
      {isMending ? (
        <form
          className={styles.commentForm}
          onSubmit={(event) => {
            event.preventDefault();
            void judge('TO_MEND');
          }}
        >
          <Textarea
            label="What has to be mended"
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            autosize
            minRows={2}
          />
          <div className={styles.buttons}>
            <Button type="submit" size="xs" loading={isBusy}>
              Keep the note
            </Button>
          </div>
        </form>
      ) : null}
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </>
  );
}
