'use client';

import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CodeForm } from './code-form.tsx';
import { deskPath, signIn } from './sign-in.ts';
import styles from './signed-out.module.css';
import { FormErrorMessage } from './signed-out-page.tsx';
import { SubmitButton } from './submit-button.tsx';
import { texts } from './texts.ts';

/**
 * The sign-in form, and the form for the code if the person has a second factor. After signing in, opens the page in the
 * parameter `next` of the URL, by default the inbox.
 */
export function SignInForm() {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isCodeNeeded, setCodeNeeded] = useState(false);
  // Reload the document: everything at the desk depends on who is signed in.
  const openDesk = () => window.location.assign(deskPath(new URLSearchParams(window.location.search).get('next')));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setMessage(undefined);
    const outcome = await signIn(String(form.get('email')), String(form.get('password')));
    if (outcome.ok && !outcome.answer.isSecondFactorNeeded) return openDesk();
    setBusy(false);
    if (outcome.ok) setCodeNeeded(true);
    else setMessage(outcome.message);
  };
  if (isCodeNeeded)
    return (
      <CodeForm
        onSignedIn={openDesk}
        onExpired={(reason) => {
          setCodeNeeded(false);
          setMessage(reason);
        }}
      />
    );
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormErrorMessage message={message} />
      <TextInput
        label={texts.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
      />
      <PasswordInput
        label={texts.password}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <SubmitButton isBusy={isBusy}>{texts.signIn.submit}</SubmitButton>
    </form>
  );
}
