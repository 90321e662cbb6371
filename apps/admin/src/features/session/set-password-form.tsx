'use client';

import { PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { setPassword } from './sign-in.ts';
import styles from './signed-out.module.css';
import { FormErrorMessage } from './signed-out-page.tsx';
import { SubmitButton } from './submit-button.tsx';
import { texts } from './texts.ts';

/**
 * The form of an invitation or a reset link, with which a person sets their password. The token is in the fragment of the
 * address, which only scripts of the page can read.
 */
export function SetPasswordForm() {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [email, setEmail] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('newPassword'));
    const token = window.location.hash.slice(1);
    if (token === '') return setMessage(texts.setPassword.incompleteLink);
    setBusy(true);
    setMessage(undefined);
    const outcome = await setPassword(token, newPassword);
    setBusy(false);
    if (outcome.ok) setEmail(outcome.answer.email);
    else setMessage(outcome.message);
  };
  return (
    <>
      <div role="status">
        {email === undefined ? null : (
          <p>
            {texts.setPassword.done(email)} <a href="/desk/sign-in">{texts.signIn.submit}</a>
          </p>
        )}
      </div>
      {email === undefined ? (
        <form className={styles.form} onSubmit={submit} method="post">
          <FormErrorMessage message={message} />
          <PasswordInput
            label={texts.account.newPassword}
            description={texts.account.passwordHint}
            name="newPassword"
            autoComplete="new-password"
            minLength={12}
            required
            withAsterisk={false}
            autoFocus
          />
          <SubmitButton isBusy={isBusy}>{texts.setPassword.submit}</SubmitButton>
        </form>
      ) : null}
    </>
  );
}
