'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './import.module.css';

/** Gives an import up, once whoever asks is sure. */
export function GiveUp({ isBusy, onSure }: { readonly isBusy: boolean; readonly onSure: () => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        Give the import up…
      </Button>
    );
  return (
    <span className={styles.sure} role="alertdialog" aria-label="Give the import up">
      Its files, its rows and what it has written go with it. Give it up?{' '}
      <Button
        size="compact-xs"
        loading={isBusy}
        onClick={() => {
          setAsking(false);
          onSure();
        }}
      >
        Give it up
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </span>
  );
}
