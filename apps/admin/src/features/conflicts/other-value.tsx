'use client';

import type { Field, FieldValue } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { FieldInput } from '../../fields/control.ts';
import { FieldControl } from '../../fields/controls.tsx';
import styles from './conflicts.module.css';
import { texts } from './texts.tsx';

interface OtherValueProps {
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChoose: (value: FieldValue) => void;
  readonly onCancel: () => void;
}

/** The form with which the author resolves a conflict by a third value. It starts with the value of the author. */
export function OtherValue({ field, value, onChoose, onCancel }: OtherValueProps) {
  const id = useId();
  const [entered, setEntered] = useState<FieldInput>({ value });
  const problem = 'problem' in entered ? entered.problem : undefined;
  return (
    <div className={styles.other}>
      <label htmlFor={id}>{field.label}</label>
      <FieldControl
        id={id}
        field={field}
        value={value}
        isInvalid={problem !== undefined}
        describedBy={`${id}-problem`}
        enter={setEntered}
        leave={() => undefined}
      />
      <p id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div className={styles.foot}>
        <Button
          size="xs"
          disabled={problem !== undefined}
          onClick={() => 'value' in entered && onChoose(entered.value)}
        >
          {texts.otherValue.use}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {texts.otherValue.back}
        </Button>
      </div>
    </div>
  );
}
