'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import {
  AbandonChangesetDocument,
  DiscardFromChangesetDocument,
  WithdrawChangesetDocument,
} from '../../generated/desk/graphql.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { EmptyMessage } from '../../ui/empty-message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';
import { reviewAddress } from '../desk-home/desk-addresses.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { tallyWords } from '../review/change-labels.ts';
import { ChangesetHeader } from '../review/changeset-header.tsx';
import type { ChangesetChecks } from '../review/checks.ts';
import { Conversation } from '../review/conversation.tsx';
import { factDiff } from '../review/fact-diff.ts';
import type { ChangesetView } from '../review/review-data.ts';
import { flattenTree, reviewTree } from '../review/review-tree.ts';
import { useRefresh } from '../review/use-refresh.ts';
import { ChangesList } from './changes-list.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { ProblemList } from './problem-list.tsx';
import { SourcesUsed } from './sources-used.tsx';
import styles from './submit.module.css';
import { SubmitForm } from './submit-form.tsx';
import { texts } from './texts.ts';

interface ChangesetScreenProps {
  readonly view: ChangesetView;
  readonly checks: ChangesetChecks | null;
  /** Why the check of the changeset failed; `undefined` if it did not. */
  readonly checkError: string | undefined;
}

/** The page of a changeset: its reason, problems, evidence and changes. Its author can submit it there. */
export function ChangesetScreen({ view, checks, checkError }: ChangesetScreenProps) {
  const { changeset, me, names } = view;
  const router = useRouter();
  const refresh = useRefresh();
  const work = useWork();
  const isCurrent = useWorkState().changeset?.id === changeset.id;
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const tree = useMemo(() => reviewTree(changeset.facts.nodes.map(factDiff)), [changeset.facts.nodes]);
  const diffs = flattenTree(tree);
  const isPartial = changeset.facts.hasNextPage;
  const tallied = tallyWords(diffs.map(({ sort }) => sort));
  const isMine = changeset.author?.id === me.id;
  const isDraft = changeset.status === 'DRAFT' || changeset.status === 'RETURNED';
  const isOpen = isDraft || changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED';
  const canDiscard = isOpen && (isMine || me.role === 'ADMIN');
  const labels = { ...names.labels, ...Object.fromEntries((checks?.labels ?? []).map(({ id, label }) => [id, label])) };

  /** Saves pending work, runs an action, and refreshes the page. Shows the message that the action returns, if any. */
  const run = async (action: () => Promise<string | undefined>) => {
    setBusy(true);
    await work.flush();
    setRefusal(await action());
    setBusy(false);
    refresh();
  };
  const discard = (selection: { facts?: string[]; operations?: string[]; everything?: boolean }) =>
    run(async () => {
      const answer = await callDesk(DiscardFromChangesetDocument, {
        changeset: changeset.id,
        version: changeset.version,
        ...selection,
      });
      if (!answer.ok) return answer.error.message;
      return 'message' in answer.data.outcome ? answer.data.outcome.message : undefined;
    });
  const withdraw = () =>
    run(async () => {
      const answer = await callDesk(WithdrawChangesetDocument, { changeset: changeset.id });
      if (!answer.ok) return answer.error.message;
      return 'message' in answer.data.outcome ? answer.data.outcome.message : undefined;
    });
  const abandon = () =>
    run(async () => {
      const answer = await callDesk(AbandonChangesetDocument, { changeset: changeset.id });
      if (!answer.ok) return answer.error.message;
      if ('message' in answer.data.outcome) return answer.data.outcome.message;
      if (isCurrent) await work.exit();
      return undefined;
    });

  return (
    <article className={styles.screen}>
      <ChangesetHeader view={view} checks={checks} tab="changeset" />
      <div className={styles.actions}>
        {isMine && isOpen && !isCurrent ? (
          <Button variant="default" size="xs" onClick={() => void work.switchTo(changeset.id)}>
            {texts.continueEditing(changesetTexts.changesetNumber(changeset.number))}
          </Button>
        ) : null}
        {canDiscard && !isDraft ? (
          <Button variant="default" size="xs" loading={isBusy} onClick={() => void withdraw()}>
            {texts.withdraw}
          </Button>
        ) : null}
        {canDiscard && isDraft ? <ConfirmButton {...texts.discard} onConfirm={() => void abandon()} /> : null}
        {changeset.status === 'SUBMITTED' || changeset.status === 'APPROVED' ? (
          <a href={reviewAddress(changeset)}>{texts.goToReview}</a>
        ) : null}
      </div>
      <div role="alert">
        {refusal ? (
          <Notice tone="warning" title={texts.notDone}>
            {refusal}
          </Notice>
        ) : null}
        {checkError ? (
          <Notice tone="warning" title={texts.notChecked}>
            {checkError}
          </Notice>
        ) : null}
      </div>
      {isMine && isDraft ? (
        <SubmitForm
          view={view}
          checks={checks}
          onSubmitted={() => {
            // Another changeset stays in hand.
            if (isCurrent) void work.exit();
            router.push(reviewAddress(changeset));
            router.refresh();
          }}
          onStale={refresh}
        />
      ) : changeset.reason ? (
        <p className={styles.reason}>{changeset.reason}</p>
      ) : null}
      <Conversation view={view} />
      {checks ? <ProblemList changeset={changeset} checks={checks} labels={labels} isMine={isMine} /> : null}
      <SourcesUsed diffs={diffs} names={names} lead={isPartial ? texts.sources.lead(diffs.length) : undefined} />
      {checks ? <EvidenceTable checks={checks} labels={labels} /> : null}
      <Section
        id="changes"
        title={texts.changes.heading}
        count={isPartial ? undefined : diffs.length}
        lead={diffs.length === 0 ? undefined : isPartial ? texts.changes.ofFirstPart(diffs.length, tallied) : tallied}
        aside={
          canDiscard && diffs.length > 0 ? (
            <ConfirmButton {...texts.changes.discardAll} onConfirm={() => void discard({ everything: true })} />
          ) : undefined
        }
      >
        {diffs.length === 0 ? (
          <EmptyMessage title={texts.changes.none}>
            {changeset.status === 'DISCARDED' ? texts.changes.discarded : texts.changes.howToAdd}
          </EmptyMessage>
        ) : (
          <ChangesList
            tree={tree}
            view={view}
            {...(canDiscard ? { onDiscard: (fact: string) => void discard({ facts: [fact] }) } : {})}
            isBusy={isBusy}
          />
        )}
        {isPartial ? (
          <p>
            {texts.changes.cut}{' '}
            <a href={`${reviewAddress(changeset)}?after=${changeset.facts.endCursor}`}>{texts.changes.rest}</a>
          </p>
        ) : null}
      </Section>
    </article>
  );
}
