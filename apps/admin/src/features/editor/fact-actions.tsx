'use client';

import type { Operation } from '@chancery/changesets';
import { concreteTypes, factTypeOfId, newDeskId, newId, typeOf } from '@chancery/codebook';
import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { InboundLinksDocument, type InboundLinksQuery } from '../../generated/desk/graphql.ts';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { FactPicker } from '../pickers/fact-picker.tsx';
import styles from './editor.module.css';
import { titleFor } from './set-field.ts';

type Inbound = InboundLinksQuery['inboundLinks'][number];

/** What can be done to a fact as a whole: retire, dispute, or take back what the changeset does to it. */
export function FactActions({ fact }: { readonly fact: string }) {
  const work = useWork();
  const draft = useDraft(fact);
  const [asked, setAsked] = useState<'retire' | 'dispute'>();
  const close = () => setAsked(undefined);
  const { singular } = typeOf(draft.type);
  if (draft.status === 'nothing') return null;
  return (
    <div className={styles.factActions}>
      {draft.status === 'retired' ? (
        <p>
          Retired in this changeset: {draft.retirement?.reason}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
            Keep it after all
          </Button>
        </p>
      ) : (
        <>
          {draft.operations.length > 0 ? (
            <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
              {draft.standing ? 'Discard the changes' : `Discard this ${singular}`}
            </Button>
          ) : null}
          {draft.standing ? (
            <>
              <Button size="compact-xs" variant="default" onClick={() => setAsked('dispute')}>
                Dispute…
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setAsked('retire')}>
                Retire…
              </Button>
            </>
          ) : null}
        </>
      )}
      <Modal opened={asked === 'retire'} onClose={close} title={`Retire this ${singular}`}>
        {asked === 'retire' ? <Retire fact={fact} close={close} /> : null}
      </Modal>
      <Modal opened={asked === 'dispute'} onClose={close} title={`Dispute this ${singular}`}>
        {asked === 'dispute' ? <Dispute fact={fact} close={close} /> : null}
      </Modal>
    </div>
  );
}

interface AskedProps {
  readonly fact: string;
  readonly close: () => void;
}

function Retire({ fact, close }: AskedProps) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const [reason, setReason] = useState('');
  const [redirect, setRedirect] = useState<string | null>(null);
  const [inbound, setInbound] = useState<readonly Inbound[]>();
  const [fault, setFault] = useState<string>();
  const submit = async () => {
    const found = inbound ?? (await look());
    if (!found || (found.length > 0 && inbound === undefined)) return;
    const links = [...new Set(found.filter(({ citation }) => !citation).map(({ id }) => id))].filter(
      (id) => work.draft(id).status !== 'retired',
    );
    const retire = (id: string, why: string, redirectTo?: string): Operation[] => {
      const type = factTypeOfId(id);
      return type
        ? [
            {
              id: newDeskId('operation'),
              kind: 'retire',
              type,
              fact: id,
              reason: why,
              ...(redirectTo ? { redirectTo } : {}),
            },
          ]
        : [];
    };
    work.write(
      [...links.flatMap((id) => retire(id, reason)), ...retire(fact, reason, redirect ?? undefined)],
      titleFor(draft, label),
    );
    close();
  };
  const look = async () => {
    const answer = await callDesk(InboundLinksDocument, { fact });
    if (!answer.ok) {
      setFault(answer.error.message);
      return undefined;
    }
    await work.loadFacts(answer.data.inboundLinks.map(({ id }) => id));
    const standing = answer.data.inboundLinks.filter(({ id }) => work.draft(id).status !== 'retired');
    setInbound(standing);
    return standing;
  };
  return (
    <form
      className={styles.asked}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label="Why"
        description="It stands in the history for good."
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
        <label htmlFor="retire-redirect">Leads to</label>
        <p className={styles.help}>
          The fact to which its address leads from now on, such as the one of which it is a duplicate.
        </p>
        <FactPicker id="retire-redirect" types={[draft.type]} value={redirect} choose={setRedirect} />
      </div>
      {inbound && inbound.length > 0 ? (
        <div role="alert">
          <p>These point at it, and are retired with it:</p>
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
      {fault ? <p role="alert">{fault}</p> : null}
      <Button type="submit">{inbound && inbound.length > 0 ? 'Retire all of these' : 'Retire'}</Button>
    </form>
  );
}

function Dispute({ fact, close }: AskedProps) {
  const work = useWork();
  const draft = useDraft(fact);
  const label = useLabel(fact);
  const [other, setOther] = useState<string | null>(null);
  return (
    <form
      className={styles.asked}
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
        A dispute says that two facts contradict each other. Both stay on record; say below, under Disputes, in what
        they do.
      </p>
      <div>
        <label htmlFor="dispute-other">What contradicts it</label>
        <FactPicker id="dispute-other" types={concreteTypes('Fact')} value={other} choose={setOther} />
      </div>
      <Button type="submit" disabled={!other}>
        Record the dispute
      </Button>
    </form>
  );
}
