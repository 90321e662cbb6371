'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';
import { texts } from './texts.tsx';

/** A button that asks for confirmation and then cancels an import. */
export function CancelImport({ isBusy, onConfirm }: { readonly isBusy: boolean; readonly onConfirm: () => void }) {
  const [isConfirming, setConfirming] = useState(false);
  if (!isConfirming)
    return (
      <Button size="xs" variant="default" onClick={() => setConfirming(true)}>
        {texts.cancel.open}
      </Button>
    );
  return (
    <span className={styles.sure} role="alertdialog" aria-label={texts.cancel.label}>
      {texts.cancel.question}{' '}
      <Button
        size="compact-xs"
        loading={isBusy}
        onClick={() => {
          setConfirming(false);
          onConfirm();
        }}
      >
        {texts.cancel.label}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setConfirming(false)}>
        {texts.cancel.keep}
      </Button>
    </span>
  );
}
