'use client';

import { Button, Modal } from '@mantine/core';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import type { ChangesetView } from '../review/review-data.ts';
import styles from './merge.module.css';
import { texts } from './texts.tsx';

interface MergeConfirmationProps {
  readonly view: ChangesetView;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly merge: () => void;
}

/** The dialog that confirms a merge. Names the changeset. Its first focus is on the button that cancels. */
export function MergeConfirmation({ view: { changeset }, isOpen, close, merge }: MergeConfirmationProps) {
  const { number, title, version } = changeset;
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={texts.merge.heading(changesetTexts.changesetNumber(number), title)}
      closeButtonProps={{ 'aria-label': texts.merge.close }}
    >
      <p className={styles.question}>{texts.merge.hint(version)}</p>
      <div className={styles.buttons}>
        <Button size="xs" onClick={merge}>
          {texts.merge.confirm(version)}
        </Button>
        <Button size="xs" variant="default" onClick={close} data-autofocus>
          {texts.merge.cancel}
        </Button>
      </div>
    </Modal>
  );
}
