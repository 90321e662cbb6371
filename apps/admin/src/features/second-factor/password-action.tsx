'use client';

import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SessionOutcome } from '../session/sign-in.ts';
import { FormErrorMessage } from '../session/signed-out-page.tsx';
import styles from './second-factor.module.css';
import { texts } from './texts.ts';

interface PasswordActionProps<Answer> {
  /** The label of the button. */
  readonly label: string;
  readonly run: (password: string) => Promise<SessionOutcome<Answer>>;
  readonly onDone: (answer: Answer) => void;
}

/** A form that asks for the password of the signed-in person before an action. */
export function PasswordAction<Answer>({ label, run, onDone }: PasswordActionProps<Answer>) {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setMessage(undefined);
    const outcome = await run(String(new FormData(form).get('password')));
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    form.reset();
    onDone(outcome.answer);
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormErrorMessage message={message} />
      <PasswordInput
        label={texts.password}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={isBusy}>
        {label}
      </Button>
    </form>
  );
}
