'use client';

import type { Conflict } from '@chancery/changesets';
import { factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Button, Modal } from '@mantine/core';
import { ValueWords } from '../../fields/value-words.tsx';
import styles from './changeset-bar.module.css';
import { useLabel, useWork, useWorkState } from './work-provider.tsx';

/** Asks about fields that another window has set otherwise meanwhile, one after the other. Nothing is chosen silently. */
export function ConflictDialog() {
  const { conflicts } = useWorkState();
  const [conflict] = conflicts;
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Changed in another window too"
    >
      {conflict ? (
        <Choice key={`${conflict.fact} ${conflict.field}`} conflict={conflict} left={conflicts.length - 1} />
      ) : null}
    </Modal>
  );
}

function Choice({ conflict, left }: { readonly conflict: Conflict; readonly left: number }) {
  const work = useWork();
  const label = useLabel(conflict.fact);
  const type = factTypeOfId(conflict.fact);
  const field = type ? fieldsOf(type)[conflict.field] : undefined;
  if (!field) return null;
  return (
    <>
      <p>
        <b>{field.label}</b> of {label}
      </p>
      <dl className={styles.sides}>
        <dt>Before</dt>
        <dd>
          <ValueWords field={field} value={conflict.base} />
        </dd>
        <dt>The other window</dt>
        <dd>
          <ValueWords field={field} value={conflict.theirs} />
        </dd>
        <dt>This window</dt>
        <dd>
          <ValueWords field={field} value={conflict.yours} />
        </dd>
      </dl>
      <div className={styles.choices}>
        <Button onClick={() => work.settle(conflict, { keep: 'mine' })}>Keep what I wrote here</Button>
        <Button variant="default" onClick={() => work.settle(conflict, { keep: 'theirs' })}>
          Take the other
        </Button>
      </div>
      {left > 0 ? <p className={styles.quiet}>{left} more to settle.</p> : null}
    </>
  );
}
