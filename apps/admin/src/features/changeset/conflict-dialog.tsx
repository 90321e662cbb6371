'use client';

import type { Conflict } from '@chancery/changesets';
import { factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Button, Modal } from '@mantine/core';
import { ValueWords } from '../../fields/value-words.tsx';
import styles from './changeset-bar.module.css';
import { texts } from './texts.tsx';
import { useLabel, useWork, useWorkState } from './work-provider.tsx';

/**
 * Asks the editor about each field that another window has set to a different value, one field at a time. The
 * dialog cannot be closed without a choice.
 */
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
      title={texts.conflict.heading}
    >
      {conflict ? (
        <Choice key={`${conflict.fact} ${conflict.field}`} conflict={conflict} remaining={conflicts.length - 1} />
      ) : null}
    </Modal>
  );
}

function Choice({ conflict, remaining }: { readonly conflict: Conflict; readonly remaining: number }) {
  const work = useWork();
  const label = useLabel(conflict.fact);
  const type = factTypeOfId(conflict.fact);
  const field = type ? fieldsOf(type)[conflict.field] : undefined;
  if (!field) return null;
  return (
    <>
      <p>{texts.conflict.fieldOfFact(<b>{field.label}</b>, label)}</p>
      <dl className={styles.sides}>
        <dt>{texts.conflict.before}</dt>
        <dd>
          <ValueWords field={field} value={conflict.base} />
        </dd>
        <dt>{texts.conflict.otherWindow}</dt>
        <dd>
          <ValueWords field={field} value={conflict.theirs} />
        </dd>
        <dt>{texts.conflict.thisWindow}</dt>
        <dd>
          <ValueWords field={field} value={conflict.yours} />
        </dd>
      </dl>
      <div className={styles.choices}>
        <Button onClick={() => work.resolveConflict(conflict, { keep: 'mine' })}>{texts.conflict.keepThis}</Button>
        <Button variant="default" onClick={() => work.resolveConflict(conflict, { keep: 'theirs' })}>
          {texts.conflict.useOther}
        </Button>
      </div>
      {remaining > 0 ? <p className={styles.quiet}>{texts.conflict.remaining(remaining)}</p> : null}
    </>
  );
}
