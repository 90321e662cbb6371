'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from './entry.module.css';
import { placeWithin, signIn } from './sign-in.ts';
import { FormError } from './signed-out-page.tsx';

/** Signs in, and leads to where the visitor wanted to go. */
export function SignInForm() {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setMessage(undefined);
    const entry = await signIn(String(form.get('email')), String(form.get('password')));
    // The desk is loaded anew: everything on it depends on who is there.
    if (entry.ok) window.location.assign(placeWithin(new URLSearchParams(window.location.search).get('next')));
    else {
      setMessage(entry.message);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormError message={message} />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
      />
      <PasswordInput label="Password" name="password" autoComplete="current-password" required withAsterisk={false} />
      <Button type="submit" loading={isBusy}>
        Sign in
      </Button>
    </form>
  );
}
