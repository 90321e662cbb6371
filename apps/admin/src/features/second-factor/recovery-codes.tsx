'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './second-factor.module.css';
import { texts } from './texts.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  /** Called when the person has stored the codes. */
  readonly onStored: () => void;
}

/** The recovery codes, which are shown once. */
export function RecoveryCodes({ codes, onStored }: RecoveryCodesProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <>
      <h3>{texts.codesHeading}</h3>
      <p>{texts.codesText}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div role="status">{isCopied ? <p>{texts.copied}</p> : null}</div>
      <div className={styles.buttons}>
        {typeof navigator !== 'undefined' && navigator.clipboard ? (
          <Button variant="default" onClick={() => void copy()}>
            {texts.copyCodes}
          </Button>
        ) : null}
        <Button onClick={onStored}>{texts.codesStored}</Button>
      </div>
    </>
  );
}
