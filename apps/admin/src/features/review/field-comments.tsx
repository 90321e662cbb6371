'use client';

import { maxCommentLength } from '@chancery/changesets';
import { newDeskId } from '@chancery/codebook';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import type { DeskError } from '../../endpoints/desk-answer.ts';
import { CommentOnChangesetDocument } from '../../generated/desk/graphql.ts';
import { momentWords } from '../../ui/moment.ts';
import { ageWords } from '../desk-home/age.ts';
import { personName } from '../desk-home/person-name.ts';
import { DeskErrorNotice } from './desk-error-notice.tsx';
import styles from './review.module.css';
import type { ReviewComment, Viewer } from './review-data.ts';
import { texts } from './texts.tsx';

interface CommentsProps {
  readonly comments: readonly ReviewComment[];
  readonly me: Viewer;
}

/** A list of comments in the given order. Shows nothing if there are none. */
export function Comments({ comments, me }: CommentsProps) {
  if (comments.length === 0) return null;
  return (
    <ul className={styles.comments}>
      {comments.map(({ id, by, at, body, version }) => (
        <li key={id}>
          <p className={styles.byline}>
            {texts.comments.onVersion(
              <b>{personName(by, me)}</b>,
              <time dateTime={at} title={momentWords(at)} suppressHydrationWarning>
                {ageWords(at)}
              </time>,
              version,
            )}
          </p>
          <p className={styles.body}>{body}</p>
        </li>
      ))}
    </ul>
  );
}

interface CommentFormProps {
  readonly changeset: string;
  readonly fact?: string;
  readonly field?: string;
  /** The subject of the comment, for the label of the form. */
  readonly subject: string;
  readonly onCommented: () => void;
  readonly onCancel?: () => void;
}

/**
 * The form for a comment on a changeset, or on a field of one of its facts. Keeps the text until the server has it. With
 * `onCancel`, the form was opened by a button: it takes the focus, and shortcuts do not act until it is closed.
 */
export function CommentForm({ changeset, fact, field, subject, onCommented, onCancel }: CommentFormProps) {
  const [body, setBody] = useState('');
  const [id, setId] = useState(() => newDeskId('comment'));
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<DeskError>();
  const send = async () => {
    setBusy(true);
    const answer = await callDesk(CommentOnChangesetDocument, {
      id,
      changeset,
      body,
      ...(fact ? { fact } : {}),
      ...(field ? { field } : {}),
    });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    setError(undefined);
    setBody('');
    setId(newDeskId('comment'));
    onCommented();
  };
  return (
    <form
      className={styles.commentForm}
      data-writing={onCancel ? '' : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={texts.comments.formLabel(subject)}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
        autosize
        minRows={2}
        maxLength={maxCommentLength}
        autoFocus={onCancel !== undefined}
      />
      {error ? <DeskErrorNotice error={error} /> : null}
      <div className={styles.buttons}>
        <Button type="submit" size="xs" variant="default" loading={isBusy} disabled={body.trim() === ''}>
          {texts.comments.add}
        </Button>
        {onCancel ? (
          <Button type="button" size="xs" variant="subtle" onClick={onCancel}>
            {texts.comments.cancel}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
