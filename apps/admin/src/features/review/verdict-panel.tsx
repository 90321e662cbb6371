'use client';

import { newDeskId } from '@chancery/codebook';
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { ReviewChangesetDocument, type Verdict } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { CommentForm } from './field-comments.tsx';
import styles from './review.module.css';
import { type ChangesetView, canReview } from './review-data.ts';
import { texts } from './texts.tsx';
import { useKeys } from './use-keys.ts';

const verdicts: readonly { verdict: Verdict; key: string }[] = [
  { verdict: 'APPROVE', key: 'a' },
  { verdict: 'REQUEST_CHANGES', key: 'r' },
  { verdict: 'COMMENT', key: 'c' },
];

/**
 * The form for a verdict on the submitted version of a changeset. Contributors get a form for comments instead. Shows
 * nothing if the changeset is neither submitted nor approved.
 */
export function VerdictPanel({ view, onDone }: { readonly view: ChangesetView; readonly onDone: () => void }) {
  const { changeset, me } = view;
  const isOpen = changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  if (!isOpen) return null;
  if (!canReview(me)) {
    return (
      <div className={styles.verdict}>
        <p className={styles.aside}>{texts.verdict.contributor}</p>
        <CommentForm changeset={changeset.id} subject={texts.comments.theChangeset} onCommented={onDone} />
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
    if (verdict === 'APPROVE' && isOwn) return setRefusal(texts.verdict.ownWork);
    setRefusal(undefined);
    setChosen(verdict);
    requestAnimationFrame(() => textArea.current?.focus());
  };
  useKeys(Object.fromEntries(verdicts.map(({ key, verdict }) => [key, () => choose(verdict)])));
  const send = async (verdict: Verdict) => {
    if (verdict !== 'APPROVE' && body.trim() === '')
      return setRefusal(verdict === 'COMMENT' ? texts.verdict.writeCommentFirst : texts.verdict.sayWhatHasToChange);
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
  return (
    <section className={styles.verdict} aria-label={texts.verdict.label}>
      <div className={styles.buttons}>
        {verdicts.map(({ verdict, key }) => (
          <Button
            key={verdict}
            size="sm"
            {...(verdict === 'APPROVE' ? {} : { variant: 'default' })}
            aria-pressed={chosen === verdict}
            aria-keyshortcuts={key}
            disabled={verdict === 'APPROVE' && isOwn}
            title={texts.verdict[verdict].hint}
            onClick={() => choose(verdict)}
          >
            {texts.verdict[verdict].label}
          </Button>
        ))}
        <span className={styles.aside}>
          {texts.verdict.keys(
            verdicts.map(({ key, verdict }) => (
              <kbd key={verdict} className={styles.key}>
                {key}
              </kbd>
            )),
          )}
        </span>
        {isOwn ? <span className={styles.aside}>{texts.verdict.ownWork}</span> : null}
      </div>
      {chosen ? (
        <form
          className={styles.commentForm}
          onSubmit={(event) => {
            event.preventDefault();
            void send(chosen);
          }}
        >
          <Textarea
            ref={textArea}
            label={texts.verdict[chosen].body}
            description={texts.verdict[chosen].hint}
            value={body}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(chosen);
              if (event.key === 'Escape') setChosen(undefined);
            }}
            autosize
            minRows={2}
          />
          <div className={styles.buttons}>
            <Button type="submit" size="xs" loading={isBusy}>
              {texts.verdict[chosen].submit(version)}
            </Button>
            <Button type="button" size="xs" variant="subtle" onClick={() => setChosen(undefined)}>
              {texts.verdict.cancel}
            </Button>
          </div>
        </form>
      ) : null}
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </section>
  );
}
