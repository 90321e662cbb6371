'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import styles from './entry.module.css';
import { setUp, signIn } from './sign-in.ts';
import { FormError } from './signed-out-page.tsx';

/** Makes the first admin with the token of the link, and signs them in. */
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
    const made = await setUp({ token, name, email, password });
    const entry = made.ok ? await signIn(email, password) : made;
    if (entry.ok) window.location.assign('/desk');
    else {
      setMessage(entry.message);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormError message={message} />
      <TextInput label="Name" name="name" autoComplete="name" required withAsterisk={false} />
      <TextInput label="E-mail" name="email" type="email" autoComplete="username" required withAsterisk={false} />
      <PasswordInput
        label="Password"
        description="At least 12 characters."
        name="password"
        autoComplete="new-password"
        minLength={12}
        required
        withAsterisk={false}
      />
      <Button type="submit" loading={isBusy}>
        Make the first admin
      </Button>
    </form>
  );
}
