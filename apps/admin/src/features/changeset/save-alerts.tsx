'use client';

import { fieldsOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { usePathname } from 'next/navigation';
import styles from './changeset-bar.module.css';
import { useWork, useWorkState } from './work-provider.tsx';

/** Alerts about work that could not be saved: the reason, where the work is kept, and what the editor can do. */
export function SaveAlerts() {
  const work = useWork();
  const pathname = usePathname();
  const { saving, pending, refused } = useWorkState();
  const count = pending.length === 1 ? 'One change is' : `${pending.length} changes are`;
  return (
    <div role="alert" className={styles.alerts}>
      {saving.kind === 'failed' ? (
        <p>
          {saving.error.message}{' '}
          {pending.length > 0 ? `${count} kept in this browser and will be saved when saving works again.` : ''}{' '}
          {saving.error.code === 'SIGNED_OUT' ? (
            <a href={`/desk/sign-in?next=${encodeURIComponent(pathname)}`} data-hard="">
              Sign in
            </a>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => void work.flush()}>
              Try again
            </Button>
          )}
        </p>
      ) : null}
      {saving.kind === 'closed' ? (
        <p>
          {saving.message} {count} not saved.{' '}
          <Button size="compact-xs" onClick={() => work.moveToNewChangeset('Unsaved changes')}>
            Move to a new changeset
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.dropPending()}>
            Discard changes
          </Button>
        </p>
      ) : null}
      {refused.map(({ operation, message }) => (
        <p key={operation.id}>
          Not saved (
          {Object.keys('set' in operation ? operation.set : {})
            .map((name) => fieldsOf(operation.type)[name]?.label ?? name)
            .join(', ') || operation.kind}
          ): {message}{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.dismissRefused(operation)}>
            Dismiss
          </Button>
        </p>
      ))}
    </div>
  );
}
