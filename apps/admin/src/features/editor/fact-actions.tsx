'use client';

import { type Operation, reasonLength } from '@chancery/changesets';
import { concreteTypesOf, factTypeOfId, newDeskId, newId, typeOf } from '@chancery/codebook';
import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { InboundLinksDocument, type InboundLinksQuery } from '../../generated/desk/graphql.ts';
import type { Draft } from '../changeset/draft.ts';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { FactPicker } from '../pickers/fact-picker.tsx';
import styles from './editor.module.css';
import { titleFor } from './field-operations.ts';
import { texts } from './texts.tsx';

type Inbound = InboundLinksQuery['inboundLinks'][number];

/** The buttons that retire or dispute a published fact, or discard the operations of the changeset on a fact. */
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
          {texts.actions.retiredHere(draft.retirement?.reason)}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
            {texts.actions.keepPublished}
          </Button>
        </p>
      ) : (
        <>
          {draft.operations.length > 0 ? (
            <Button size="compact-xs" variant="default" onClick={() => void work.discard([fact])}>
              {discardWords(draft)}
            </Button>
          ) : null}
          {draft.published ? (
            <>
              <Button size="compact-xs" variant="default" onClick={() => setDialog('dispute')}>
                {texts.actions.openDispute}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => setDialog('retire')}>
                {texts.actions.retire}
              </Button>
            </>
          ) : null}
        </>
      )}
      <Modal opened={dialog === 'retire'} onClose={close} title={texts.actions.retireHeading(singular)}>
        {dialog === 'retire' ? <Retire fact={fact} close={close} /> : null}
      </Modal>
      <Modal opened={dialog === 'dispute'} onClose={close} title={texts.actions.disputeHeading(singular)}>
        {dialog === 'dispute' ? <Dispute fact={fact} close={close} /> : null}
      </Modal>
    </div>
  );
}

function discardWords({ published, status, type }: Draft): string {
  if (status === 'restored') return texts.actions.discardRestoration;
  return published ? texts.actions.discardChanges : texts.actions.discardFact(typeOf(type).singular);
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
        label={texts.retireDialog.reason}
        description={texts.retireDialog.reasonHint}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        minLength={reasonLength.min}
        maxLength={reasonLength.max}
        required
        autosize
        minRows={2}
        data-autofocus
      />
      <div>
        <label htmlFor="retire-redirect">{texts.retireDialog.redirect}</label>
        <p className={styles.help}>{texts.retireDialog.redirectHint}</p>
        <FactPicker id="retire-redirect" types={[draft.type]} value={redirect} choose={setRedirect} />
      </div>
      {inbound && inbound.length > 0 ? (
        <div role="alert">
          <p>
            {inbound.some(({ citation }) => citation)
              ? texts.retireDialog.inboundWithCitations
              : texts.retireDialog.inbound}
          </p>
          <ul className={styles.inbound}>
            {inbound.map(({ id, label: name, citation }) => (
              <li key={citation ?? `${id}${name}`}>{citation ? texts.retireDialog.citationOf(name) : name}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {error ? <p role="alert">{error}</p> : null}
      <Button type="submit">
        {inbound && inbound.length > 0 ? texts.retireDialog.submitAll : texts.retireDialog.submit}
      </Button>
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
      <p>{texts.disputeDialog.lead(typeOf(draft.type).singular)}</p>
      <div>
        <label htmlFor="dispute-other">{texts.disputeDialog.other}</label>
        <FactPicker id="dispute-other" types={concreteTypesOf('Fact')} value={other} choose={setOther} />
      </div>
      <Button type="submit" disabled={!other}>
        {texts.disputeDialog.submit}
      </Button>
    </form>
  );
}
