'use client';

import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { verifySecondFactor } from './sign-in.ts';
import styles from './signed-out.module.css';
import { FormErrorMessage } from './signed-out-page.tsx';
import { texts } from './texts.ts';

interface CodeFormProps {
  readonly onSignedIn: () => void;
  /** Called with a message if the password has to be given again. */
  readonly onExpired: (message: string) => void;
}

/** The second step of signing in: asks for a code of the authenticator app or a recovery code. */
export function CodeForm({ onSignedIn, onExpired }: CodeFormProps) {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code'));
    setBusy(true);
    setMessage(undefined);
    const outcome = await verifySecondFactor(code);
    if (outcome.ok) return onSignedIn();
    setBusy(false);
    if (outcome.code === 'SIGN_IN_EXPIRED') onExpired(outcome.message);
    else setMessage(outcome.message);
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormErrorMessage message={message} />
      <TextInput
        label={texts.signIn.code}
        description={texts.signIn.codeHint}
        name="code"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={50}
        required
        withAsterisk={false}
        autoFocus
      />
      <Button type="submit" loading={isBusy}>
        {texts.signIn.submitCode}
      </Button>
    </form>
  );
}
