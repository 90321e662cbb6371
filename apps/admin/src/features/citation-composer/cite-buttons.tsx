'use client';

import { reasonLength } from '@chancery/changesets';
import { Button, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Draft } from '../changeset/draft.ts';
import { useLabel, useWork } from '../changeset/work-provider.tsx';
import { evidenceByField } from '../editor/evidence-by-field.ts';
import { titleFor, waiveCitationOperation } from '../editor/field-operations.ts';
import { useFocus } from '../editor/focus.tsx';
import { citeOperations } from './cite-operations.ts';
import styles from './composer.module.css';
import { lastCitation } from './last-citation.ts';
import { texts } from './texts.tsx';

/**
 * Buttons to cite a source for a field, to repeat the last citation, and to waive the citation of a field without
 * evidence. Without `field`, sources are cited for the whole fact.
 */
export function CiteButtons({ draft, field }: { readonly draft: Draft; readonly field: string | undefined }) {
  const work = useWork();
  const focus = useFocus();
  const [isWaiving, setWaiving] = useState(false);
  const [reason, setReason] = useState('');
  const last = lastCitation();
  const label = useLabel(typeof last?.source === 'string' ? last.source : undefined);
  const title = titleFor(draft, work.nameOf(draft.id));
  const repeat = () => {
    if (last && draft.status !== 'none') work.write(citeOperations(last, [{ draft, field }]), title);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== 'c') return;
    event.preventDefault();
    repeat();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const isMissing = field !== undefined && evidenceByField(draft).get(field) === 'missing';
  if (draft.status === 'none') return null;
  return (
    <div className={styles.buttons}>
      <Button size="compact-sm" onClick={() => focus?.compose({ fact: draft.id, ...(field ? { field } : {}) })}>
        {texts.citeSource}
      </Button>
      {last ? (
        <Button size="compact-sm" variant="default" title={texts.repeatKeys} onClick={repeat}>
          {texts.repeat(label)}
        </Button>
      ) : null}
      {isMissing && draft.type !== 'Dispute' ? (
        <Button size="compact-sm" variant="default" aria-expanded={isWaiving} onClick={() => setWaiving(!isWaiving)}>
          {texts.waiver.open}
        </Button>
      ) : null}
      {isMissing && isWaiving ? (
        <form
          className={styles.waiver}
          onSubmit={(event) => {
            event.preventDefault();
            work.write([waiveCitationOperation(draft, [field], reason.trim())], title);
            setWaiving(false);
          }}
        >
          <Textarea
            label={texts.waiver.reason}
            required
            minLength={reasonLength.min}
            maxLength={reasonLength.max}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            autosize
            minRows={2}
          />
          <Button type="submit" size="compact-sm">
            {texts.waiver.submit}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
