'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { setUp, signIn } from './sign-in.ts';
import styles from './signed-out.module.css';
import { FormErrorMessage } from './signed-out-page.tsx';
import { SubmitButton } from './submit-button.tsx';
import { texts } from './texts.ts';

/**
 * The form that creates the first administrator with the token of the set-up link. Signs them in and opens the desk.
 */
export function SetUpForm({ token }: { readonly token: string }) {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, email, password] = ['name', 'email', 'password'].map((field) => String(form.get(field))) as [
      string,
      string,
      string,
    ];
    setBusy(true);
    setMessage(undefined);
    const created = await setUp({ token, name, email, password });
    const outcome = created.ok ? await signIn(email, password) : created;
    if (outcome.ok) window.location.assign('/desk');
    else {
      setMessage(outcome.message);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormErrorMessage message={message} />
      <TextInput label={texts.name} name="name" autoComplete="name" required withAsterisk={false} />
      <TextInput label={texts.email} name="email" type="email" autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        label={texts.password}
        description={texts.setUp.passwordHint}
        name="password"
        autoComplete="new-password"
        minLength={12}
        required
        withAsterisk={false}
      />
      <SubmitButton isBusy={isBusy}>{texts.setUp.submit}</SubmitButton>
    </form>
  );
}
