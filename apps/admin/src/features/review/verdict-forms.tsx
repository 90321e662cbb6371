'use client';

import { Button, Modal, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Verdict } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import styles from './review.module.css';
import type { ChangesetView } from './review-data.ts';
import { texts } from './texts.tsx';
import { useVerdict } from './use-verdict.ts';

interface VerdictFormProps {
  readonly view: ChangesetView;
  readonly close: () => void;
  readonly onDone: () => void;
}

/** The form that comments on the changeset as a whole. Ctrl-Enter sends the comment. */
export function VerdictComment({ view, close, onDone }: VerdictFormProps) {
  const { version, body, setBody, isBusy, refusal, send } = useVerdict(view, 'COMMENT', onDone);
  return (
    <form
      className={styles.commentForm}
      data-writing=""
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={texts.verdict.COMMENT.body}
        description={texts.verdict.COMMENT.hint}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          // Escape must not drop what is written.
          if (event.key === 'Escape' && body.trim() === '') close();
        }}
        autosize
        minRows={2}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" loading={isBusy}>
          {texts.verdict.COMMENT.submit(version)}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={close}>
          {texts.verdict.cancel}
        </Button>
      </div>
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </form>
  );
}

/** A verdict that changes the status of a changeset, and so needs a confirmation. */
type ConfirmedVerdict = Exclude<Verdict, 'COMMENT'>;

/**
 * The dialog that confirms an approval or a request for changes, open while there is a `verdict`. Names the changeset. No
 * shortcut sends it: only its button does.
 */
export function VerdictDialog({
  verdict,
  ...form
}: VerdictFormProps & { readonly verdict: ConfirmedVerdict | undefined }) {
  const [hasText, setHasText] = useState(false);
  const { number, title } = form.view.changeset;
  return (
    <Modal
      opened={verdict !== undefined}
      onClose={form.close}
      title={verdict ? texts.verdict[verdict].heading(changesetTexts.changesetNumber(number), title) : null}
      closeButtonProps={{ 'aria-label': texts.verdict.close }}
      closeOnClickOutside={false}
      // Escape must not drop what is written.
      closeOnEscape={!hasText}
    >
      {verdict ? <Confirmation verdict={verdict} onText={setHasText} {...form} /> : null}
    </Modal>
  );
}

interface ConfirmationProps extends VerdictFormProps {
  readonly verdict: ConfirmedVerdict;
  /** Called with whether there is a text, whenever it changes. */
  readonly onText: (hasText: boolean) => void;
}

function Confirmation({ view, verdict, close, onDone, onText }: ConfirmationProps) {
  const { version, body, setBody, isBusy, refusal, send } = useVerdict(view, verdict, onDone);
  const words = texts.verdict[verdict];
  const hasText = body.trim() !== '';
  useEffect(() => onText(hasText), [onText, hasText]);
  return (
    <form
      className={styles.commentForm}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label={words.body}
        description={words.hint}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
        autosize
        minRows={2}
        data-autofocus
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" loading={isBusy}>
          {words.submit(version)}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={close}>
          {texts.verdict.cancel}
        </Button>
      </div>
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </form>
  );
}
