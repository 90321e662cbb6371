'use client';

import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { confirmSecondFactor } from '../session/sign-in.ts';
import { FormErrorMessage } from '../session/signed-out-page.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './second-factor.module.css';
import { texts } from './texts.ts';

interface ConfirmAppProps {
  /** The address for the authenticator app, which contains the key. */
  readonly uri: string;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Shows the key for the authenticator app and asks for the first code that the app shows. */
export function ConfirmApp({ uri, onConfirmed, onCancel }: ConfirmAppProps) {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code'));
    setBusy(true);
    setMessage(undefined);
    const outcome = await confirmSecondFactor(code);
    setBusy(false);
    if (outcome.ok) onConfirmed(outcome.answer.recoveryCodes);
    else setMessage(outcome.message);
  };
  return (
    <>
      <p>{texts.scan}</p>
      <code className={styles.key}>{new URL(uri).searchParams.get('secret')}</code>
      <QrCode content={uri} label={texts.qrCode} />
      <form className={styles.form} onSubmit={submit} method="post">
        <FormErrorMessage message={message} />
        <TextInput
          label={texts.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
          withAsterisk={false}
          autoFocus
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={isBusy}>
            {texts.confirm}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {texts.cancel}
          </Button>
        </div>
      </form>
    </>
  );
}
