'use client';

import { fieldsOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { usePathname } from 'next/navigation';
import styles from './changeset-bar.module.css';
import { texts } from './texts.tsx';
import { useWork, useWorkState } from './work-provider.tsx';

/** Alerts about changes that could not be saved, each with the reason and what the editor can do. */
export function SaveAlerts() {
  const work = useWork();
  const pathname = usePathname();
  const { saving, pending, refused } = useWorkState();
  return (
    <div role="alert" className={styles.alerts}>
      {saving.kind === 'failed' ? (
        <p>
          {saving.error.message} {pending.length > 0 ? texts.alerts.kept(pending.length) : ''}{' '}
          {saving.error.code === 'SIGNED_OUT' ? (
            <a href={`/desk/sign-in?next=${encodeURIComponent(pathname)}`} data-hard="">
              {texts.alerts.signIn}
            </a>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => void work.flush()}>
              {texts.alerts.tryAgain}
            </Button>
          )}
        </p>
      ) : null}
      {saving.kind === 'closed' ? (
        <p>
          {saving.message} {texts.alerts.notSaved(pending.length)}{' '}
          <Button size="compact-xs" onClick={() => work.moveToNewChangeset(texts.stored.unsavedChanges)}>
            {texts.alerts.moveToNewChangeset}
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.dropPending()}>
            {texts.alerts.discard}
          </Button>
        </p>
      ) : null}
      {refused.map(({ operation, message }) => (
        <p key={operation.id}>
          {texts.alerts.refused(
            Object.keys('set' in operation ? operation.set : {})
              .map((name) => fieldsOf(operation.type)[name]?.label ?? name)
              .join(', ') || texts.alerts.kinds[operation.kind],
            message,
          )}{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.dismissRefused(operation)}>
            {texts.alerts.dismiss}
          </Button>
        </p>
      ))}
    </div>
  );
}
