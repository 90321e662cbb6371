'use client';

import type { Operation } from '@chancery/changesets';
import { concreteTypesOf, factTypeOfId, newDeskId, newId, typeOf } from '@chancery/codebook';
import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { InboundLinksDocument, type InboundLinksQuery } from '../../generated/desk/graphql.ts';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { FactPicker } from '../pickers/fact-picker.tsx';
import styles from './editor.module.css';
import { titleFor } from './set-field.ts';

type Inbound = InboundLinksQuery['inboundLinks'][number];

/** The actions on a whole fact: retire it, dispute it, or discard the changeset's operations on it. */
export function FactActions({ fact }: { readonly fact: string }) {
  const work = useWork();
  const draft = useDraft(fact);
  const [dialog, setDialog] = useState<'retire' | 'dispute'>();
  const close = () => setDialog(undefined);
  const { singular } = typeOf(draft.type);
  if (draft.status === 'none') return null;
  return (
    <div className={styles.factActions}>
      {draft.status === 'retired' ? (
        <p>
          Retired in this changeset: {draft.retirement?.reason}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
            Undo retirement
          </Button>
        </p>
      ) : (
        <>
          {draft.operations.length > 0 ? (
            <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
              {draft.published ? 'Discard changes' : `Discard this ${singular}`}
            </Button>
          ) : null}
          {draft.published ? (
            <>
              <Button size="compact-xs" variant="default" onClick={() => setDialog('dispute')}>
                Open dispute…
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setDialog('retire')}>
                Retire…
              </Button>
            </>
          ) : null}
        </>
      )}
      <Modal opened={dialog === 'retire'} onClose={close} title={`Retire this ${singular}`}>
        {dialog === 'retire' ? <Retire fact={fact} close={close} /> : null}
      </Modal>
      <Modal opened={dialog === 'dispute'} onClose={close} title={`Dispute this ${singular}`}>
        {dialog === 'dispute' ? <Dispute fact={fact} close={close} /> : null}
      </Modal>
    </div>
  );
}

interface DialogProps {
  readonly fact: string;
  readonly close: () => void;
}

function Retire({ fact, close }: DialogProps) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const [reason, setReason] = useState('');
  const [redirect, setRedirect] = useState<string | null>(null);
  const [inbound, setInbound] = useState<readonly Inbound[]>();
  const [error, setError] = useState<string>();
  const submit = async () => {
    const current = inbound ?? (await loadInbound());
    // The editor first sees what refers to the fact, and submits again.
    if (!current || (current.length > 0 && inbound === undefined)) return;
    const links = [...new Set(current.filter(({ citation }) => !citation).map(({ id }) => id))].filter(
      (id) => work.draft(id).status !== 'retired',
    );
    const retireOperation = (id: string, redirectTo?: string): Operation[] => {
      const type = factTypeOfId(id);
      return type
        ? [
            {
              id: newDeskId('operation'),
              kind: 'retire',
              type,
              fact: id,
              reason,
              ...(redirectTo ? { redirectTo } : {}),
            },
          ]
        : [];
    };
    work.write(
      [...links.flatMap((id) => retireOperation(id)), ...retireOperation(fact, redirect ?? undefined)],
      titleFor(draft, label),
    );
    close();
  };
  const loadInbound = async () => {
    const answer = await callDesk(InboundLinksDocument, { fact });
    if (!answer.ok) {
      setError(answer.error.message);
      return undefined;
    }
    await work.loadFacts(answer.data.inboundLinks.map(({ id }) => id));
    const remaining = answer.data.inboundLinks.filter(({ id }) => work.draft(id).status !== 'retired');
    setInbound(remaining);
    return remaining;
  };
  return (
    <form
      className={styles.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label="Reason"
        description="It is shown permanently in the history."
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        minLength={3}
        maxLength={2000}
        required
        autosize
        minRows={2}
        data-autofocus
      />
      <div>
        <label htmlFor="retire-redirect">Redirect to</label>
        <p className={styles.help}>
          The fact that its address redirects to, such as the record that it duplicates. Optional.
        </p>
        <FactPicker id="retire-redirect" types={[draft.type]} value={redirect} choose={setRedirect} />
      </div>
      {inbound && inbound.length > 0 ? (
        <div role="alert">
          <p>These refer to it and are retired with it:</p>
          <ul className={styles.inbound}>
            {inbound.map(({ id, label: name, citation }) => (
              <li key={citation ?? `${id}${name}`}>
                {citation ? 'A citation of ' : ''}
                {name}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {error ? <p role="alert">{error}</p> : null}
      <Button type="submit">{inbound && inbound.length > 0 ? 'Retire all of these' : 'Retire'}</Button>
    </form>
  );
}

function Dispute({ fact, close }: DialogProps) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const [other, setOther] = useState<string | null>(null);
  return (
    <form
      className={styles.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        if (!other) return;
        const id = newDeskId('operation');
        work.write(
          [{ id, kind: 'dispute', type: 'Dispute', fact: newId('Dispute'), values: { one: fact, other } }],
          titleFor(draft, label),
        );
        close();
      }}
    >
      <p>
        A dispute records that two facts cannot both be true. Both stay in the register. Describe the contradiction
        below, under Disputes.
      </p>
      <div>
        <label htmlFor="dispute-other">Contradicting fact</label>
        <FactPicker id="dispute-other" types={concreteTypesOf('Fact')} value={other} choose={setOther} />
      </div>
      <Button type="submit" disabled={!other}>
        Open dispute
      </Button>
    </form>
  );
}
