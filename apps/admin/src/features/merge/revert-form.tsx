'use client';

import { newDeskId } from '@chancery/codebook';
import { Button, Textarea } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { RevertRevisionDocument } from '../../generated/desk/graphql.ts';
import { Notice } from '../../ui/notice.tsx';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import styles from './merge.module.css';
import { texts } from './texts.tsx';

/** A button that opens a form. The form needs a reason, and opens a changeset that undoes the revision. */
export function RevertForm({ revision }: { readonly revision: number }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [id] = useState(() => newDeskId('changeset'));
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  if (!isOpen) {
    return (
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>
        {texts.revert.open(revision)}
      </Button>
    );
  }
  const cancel = () => {
    setOpen(false);
    setReason('');
    setRefusal(undefined);
  };
  const revert = async () => {
    setBusy(true);
    const answer = await callDesk(RevertRevisionDocument, { revision, id, reason });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if (outcome.__typename === 'NoSuchRevision') return setRefusal(outcome.message);
    router.push(changesetAddress(outcome.changeset));
  };
  return (
    <form
      className={styles.revert}
      data-writing=""
      onSubmit={(event) => {
        event.preventDefault();
        void revert();
      }}
    >
      <Textarea
        label={texts.revert.reason(revision)}
        description={texts.revert.hint}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        autosize
        minRows={2}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" size="xs" loading={isBusy} disabled={reason.trim() === ''}>
          {texts.revert.submit}
        </Button>
        <Button type="button" size="xs" variant="subtle" onClick={cancel}>
          {texts.revert.cancel}
        </Button>
      </div>
      <div role="alert">{refusal ? <Notice tone="warning">{refusal}</Notice> : null}</div>
    </form>
  );
}
