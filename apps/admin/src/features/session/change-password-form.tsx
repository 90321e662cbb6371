'use client';

import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import styles from './account.module.css';
import { changePassword } from './sign-in.ts';
import { FormErrorMessage } from './signed-out-page.tsx';
import { texts } from './texts.ts';

/** The form with which the signed-in person changes their password. It asks for the current one. */
export function ChangePasswordForm() {
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    setBusy(true);
    setMessage(undefined);
    setChanged(false);
    const outcome = await changePassword(String(values.get('currentPassword')), String(values.get('newPassword')));
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    form.reset();
    setChanged(true);
  };
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      <FormErrorMessage message={message} />
      <div role="status">
        {isChanged ? <Notice title={texts.account.changed}>{texts.account.changedText}</Notice> : null}
      </div>
      <PasswordInput
        label={texts.account.currentPassword}
        name="currentPassword"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <PasswordInput
        label={texts.account.newPassword}
        description={texts.account.passwordHint}
        name="newPassword"
        autoComplete="new-password"
        minLength={12}
        required
        withAsterisk={false}
      />
      <p>{texts.account.endsSessions}</p>
      <Button type="submit" loading={isBusy}>
        {texts.account.submit}
      </Button>
    </form>
  );
}
