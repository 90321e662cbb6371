'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';

/** A button that cancels an import after a confirmation. */
export function CancelImport({ isBusy, onConfirm }: { readonly isBusy: boolean; readonly onConfirm: () => void }) {
  const [isConfirming, setConfirming] = useState(false);
  if (!isConfirming)
    return (
      <Button size="xs" variant="default" onClick={() => setConfirming(true)}>
        Cancel import…
      </Button>
    );
  return (
    <span className={styles.sure} role="alertdialog" aria-label="Cancel import">
      This deletes its files, its rows and anything written so far. Cancel the import?{' '}
      <Button
        size="compact-xs"
        loading={isBusy}
        onClick={() => {
          setConfirming(false);
          onConfirm();
        }}
      >
        Cancel import
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setConfirming(false)}>
        Keep import
      </Button>
    </span>
  );
}
