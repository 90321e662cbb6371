'use client';

import { fieldsOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { usePathname } from 'next/navigation';
import styles from './changeset-bar.module.css';
import { useWork, useWorkState } from './work-provider.tsx';

/** Says what keeps work from being saved, that none of it is lost, and what to do. */
export function Held() {
  const work = useWork();
  const pathname = usePathname();
  const { saving, pending, refused } = useWorkState();
  const count = pending.length === 1 ? 'One change is' : `${pending.length} changes are`;
  return (
    <div role="alert" className={styles.held}>
      {saving.kind === 'held' ? (
        <p>
          {saving.fault.message}{' '}
          {pending.length > 0 ? `${count} kept in this browser and will be saved as soon as it can be.` : ''}{' '}
          {saving.fault.code === 'SIGNED_OUT' ? (
            <a href={`/desk/sign-in?next=${encodeURIComponent(pathname)}`} data-hard="">
              Sign in
            </a>
          ) : (
            <Button size="compact-xs" variant="default" onClick={() => void work.flush()}>
              Try now
            </Button>
          )}
        </p>
      ) : null}
      {saving.kind === 'closed' ? (
        <p>
          {saving.message} {count} not in it.{' '}
          <Button size="compact-xs" onClick={() => work.moveToNew('What was left over')}>
            Put into a new changeset
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.dropPending()}>
            Throw away
          </Button>
        </p>
      ) : null}
      {refused.map((each) => (
        <p key={each.operation.id}>
          A change of{' '}
          {Object.keys('set' in each.operation ? each.operation.set : {})
            .map((name) => fieldsOf(each.operation.type)[name]?.label ?? name)
            .join(', ') || each.operation.kind}{' '}
          was not taken: {each.message}{' '}
          <Button size="compact-xs" variant="default" onClick={() => work.giveUp(each)}>
            Give it up
          </Button>
        </p>
      ))}
    </div>
  );
}
