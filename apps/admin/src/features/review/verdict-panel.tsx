'use client';

import { newDeskId } from '@chancery/codebook';
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { ReviewChangesetDocument, type Verdict } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { CommentForm } from './field-comments.tsx';
import styles from './review.module.css';
import { type ChangesetView, canReview } from './review-data.ts';
import { useKeys } from './use-keys.ts';

const verdicts: readonly { verdict: Verdict; label: string; key: string; hint: string }[] = [
  { verdict: 'APPROVE', label: 'Approve', key: 'a', hint: 'The changeset can be merged.' },
  {
    verdict: 'REQUEST_CHANGES',
    label: 'Request changes',
    key: 'r',
    hint: 'The changeset goes back to its author. Say what has to change.',
  },
  { verdict: 'COMMENT', label: 'Comment', key: 'c', hint: 'Comment without a verdict.' },
];

/** The form for a reviewer's verdict. A verdict applies to the version on the screen. */
export function VerdictPanel({ view, onDone }: { readonly view: ChangesetView; readonly onDone: () => void }) {
  const { changeset, me } = view;
  const isOpen = changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  if (!isOpen) return null;
  if (!canReview(me)) {
    return (
      <div className={styles.verdict}>
        <p className={styles.aside}>Editors review and merge. As a contributor you can comment.</p>
        <CommentForm changeset={changeset.id} subject="the changeset" onCommented={onDone} />
      </div>
    );
  }
  return <VerdictForm view={view} onDone={onDone} />;
}

function VerdictForm({ view, onDone }: { view: ChangesetView; onDone: () => void }) {
  const { changeset, me, solo } = view;
  const isOwn = changeset.author?.id === me.id && !solo;
  const [chosen, setChosen] = useState<Verdict>();
  const [body, setBody] = useState('');
  const [id, setId] = useState(() => newDeskId('review'));
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const textArea = useRef<HTMLTextAreaElement>(null);
  const version = changeset.sealedVersion ?? changeset.version;
  const choose = (verdict: Verdict) => {
    if (verdict === 'APPROVE' && isOwn) return setRefusal(ownWork);
    setRefusal(undefined);
    setChosen(verdict);
    requestAnimationFrame(() => textArea.current?.focus());
  };
  useKeys(Object.fromEntries(verdicts.map(({ key, verdict }) => [key, () => choose(verdict)])));
  const send = async (verdict: Verdict) => {
    if (verdict !== 'APPROVE' && body.trim() === '')
      return setRefusal(verdict === 'COMMENT' ? 'Write the comment first.' : 'Say what has to change.');
    setBusy(true);
    const answer = await callDesk(ReviewChangesetDocument, { id, changeset: changeset.id, version, verdict, body });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if (outcome.__typename !== 'Reviewed') return setRefusal(outcome.message);
    setChosen(undefined);
    setBody('');
    setId(newDeskId('review'));
    setRefusal(undefined);
    onDone();
  };
  const current = verdicts.find(({ verdict }) => verdict === chosen);
  return (
    <section className={styles.verdict} aria-label="Your verdict">
      <div className={styles.buttons}>
        {verdicts.map(({ verdict, label, key, hint }) => (
          <Button
            key={verdict}
            size="sm"
            {...(verdict === 'APPROVE' ? {} : { variant: 'default' })}
            aria-pressed={chosen === verdict}
            aria-keyshortcuts={key}
            disabled={verdict === 'APPROVE' && isOwn}
            title={hint}
            onClick={() => choose(verdict)}
          >
            {label}
          </Button>
        ))}
        <span className={styles.aside}>
          Keys:{' '}
          {verdicts.map(({ key, verdict }) => (
            <kbd key={verdict} className={styles.key}>
              {key}
            </kbd>
          ))}
        </span>
        {isOwn ? <span className={styles.aside}>{ownWork}</span> : null}
      </div>
      {current ? (
        <form
          className={styles.commentForm}
          onSubmit={(event) => {
            event.preventDefault();
            void send(current.verdict);
          }}
        >
          <Textarea
            ref={textArea}
            label={
              current.verdict === 'APPROVE'
                ? 'Reason (optional)'
                : current.verdict === 'COMMENT'
                  ? 'Your comment'
                  : 'What has to change'
            }
            description={current.hint}
            value={body}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(current.verdict);
              if (event.key === 'Escape') setChosen(undefined);
            }}
            autosize
            minRows={2}
          />
          <div className={styles.buttons}>
            <Button type="submit" size="xs" loading={isBusy}>
              {submitLabels[current.verdict]} version {version}
            </Button>
            <Button type="button" size="xs" variant="subtle" onClick={() => setChosen(undefined)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : null}
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </section>
  );
}

const ownWork = 'You are the author. Somebody else must approve this changeset.';
const submitLabels: Readonly<Record<Verdict, string>> = {
  APPROVE: 'Approve',
  REQUEST_CHANGES: 'Return',
  COMMENT: 'Comment on',
};
