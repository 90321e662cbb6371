'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './confirm-button.module.css';
import { texts } from './texts.ts';

interface ConfirmButtonProps {
  /** The action, as a verb phrase. Shown on the button that confirms, and with an ellipsis on the button that asks. */
  readonly label: string;
  /** What the action does, and the question whether to do it. */
  readonly question: string;
  readonly onConfirm: () => void;
  /** The accessible name of the button that asks, if its label alone does not tell it apart. */
  readonly name?: string;
  readonly size?: 'xs' | 'compact-xs';
  readonly isDisabled?: boolean;
}

/** A button that asks before it acts. The focus moves to the button that cancels, and back to this one afterwards. */
export function ConfirmButton({
  label,
  question,
  onConfirm,
  name,
  size = 'xs',
  isDisabled = false,
}: ConfirmButtonProps) {
  const [step, setStep] = useState<'closed' | 'asking' | 'cancelled'>('closed');
  if (step !== 'asking') {
    return (
      <Button
        variant="default"
        size={size}
        disabled={isDisabled}
        aria-label={name}
        autoFocus={step === 'cancelled'}
        onClick={() => setStep('asking')}
      >
        {texts.confirm.ask(label)}
      </Button>
    );
  }
  return (
    <span className={styles.sure} role="alertdialog" aria-label={name ?? label}>
      {question}{' '}
      <Button
        size="compact-xs"
        disabled={isDisabled}
        onClick={() => {
          setStep('closed');
          onConfirm();
        }}
      >
        {label}
      </Button>
      <Button size="compact-xs" variant="subtle" autoFocus onClick={() => setStep('cancelled')}>
        {texts.confirm.cancel}
      </Button>
    </span>
  );
}
