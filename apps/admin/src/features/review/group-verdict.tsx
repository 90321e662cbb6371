'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { type GroupJudgement, JudgeGroupDocument } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { personName } from '../desk-home/person-name.ts';
import { groupLabel, warningLabel } from './group-labels.ts';
import styles from './review.module.css';
import { type ChangesetView, canReview, type ReviewGroup } from './review-data.ts';
import { texts } from './texts.tsx';

interface GroupVerdictProps {
  readonly view: ChangesetView;
  readonly group: ReviewGroup;
  readonly onDone: () => void;
}

/** The open group with the marks of reviewers, and the buttons to mark it. A mark is not an approval. */
export function GroupVerdict({ view, group, onDone }: GroupVerdictProps) {
  const { changeset, me } = view;
  const isOpen = changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  return (
    <section className={styles.verdict} aria-label={texts.group.label}>
      <p>
        {texts.group.path(
          (words) => (
            <a href="?">{words}</a>
          ),
          <b>{groupLabel(group)}</b>,
          group.code ? warningLabel(group.code) : undefined,
        )}
      </p>
      {group.verdicts.map(({ verdict, by, note }) => (
        <p key={by?.id ?? note} className={styles.aside}>
          {verdict === 'TO_MEND'
            ? texts.group.needsChanges(personName(by, me), note)
            : texts.group.seenBy(personName(by, me))}
        </p>
      ))}
      {isOpen && canReview(me) ? <MarkForm view={view} group={group} onDone={onDone} /> : null}
    </section>
  );
}

function MarkForm({ view: { changeset }, group: { type, kind, code }, onDone }: GroupVerdictProps) {
  const [isNoting, setNoting] = useState(false);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const cancelNote = () => {
    setNoting(false);
    setNote('');
  };
  const mark = async (verdict: GroupJudgement) => {
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
    cancelNote();
    onDone();
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void mark('LOOKED_AT')}>
          {texts.group.markAsSeen}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={isNoting}
          onClick={() => (isNoting ? cancelNote() : setNoting(true))}
        >
          {texts.group.noteChanges}
        </Button>
        <span className={styles.aside}>{texts.group.hint}</span>
      </div>
      {isNoting ? (
        <form
          className={styles.commentForm}
          data-writing=""
          onSubmit={(event) => {
            event.preventDefault();
            void mark('TO_MEND');
          }}
        >
          <Textarea
            label={texts.group.whatHasToChange}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            autosize
            minRows={2}
            autoFocus
          />
          <div className={styles.buttons}>
            <Button type="submit" size="xs" loading={isBusy}>
              {texts.group.saveNote}
            </Button>
            <Button type="button" size="xs" variant="subtle" onClick={cancelNote}>
              {texts.group.cancel}
            </Button>
          </div>
        </form>
      ) : null}
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </>
  );
}
