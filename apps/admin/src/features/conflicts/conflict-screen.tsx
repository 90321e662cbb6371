'use client';

import type { Resolution } from '@chancery/changesets';
import { type FieldValue, factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { type ConflictPartsFragment, ResolveConflictsDocument } from '../../generated/desk/graphql.ts';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWork } from '../changeset/work-provider.tsx';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { DeskValue } from '../review/desk-value.tsx';
import { nameOf } from '../review/names.ts';
import type { ChangesetView } from '../review/review-data.ts';
import styles from './conflicts.module.css';
import { OtherValue } from './other-value.tsx';
import { type Choices, keyOf, nextOpen, settlement } from './settlement.ts';

/** Who changed a field last, in which revision. */
export interface LastChange {
  readonly revision: number;
  readonly at: string;
  readonly title: string;
  readonly by: { readonly id: string; readonly name: string } | null;
}

interface ConflictScreenProps {
  readonly view: ChangesetView;
  readonly conflicts: readonly ConflictPartsFragment[];
  /** By the key of the conflict. */
  readonly changes: Readonly<Record<string, LastChange>>;
}

/** Where an author settles what others have changed meanwhile: what was seen, what stands, what is wanted; one by one. */
export function ConflictScreen({ view, conflicts, changes }: ConflictScreenProps) {
  const { changeset, me } = view;
  const router = useRouter();
  const work = useWork();
  const [choices, setChoices] = useState<Choices>({});
  const [at, setAt] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const open = conflicts.filter((conflict) => !choices[keyOf(conflict)]).length;
  const current = conflicts[Math.min(at, conflicts.length - 1)];
  const isMine = changeset.author?.id === me.id;
  if (!current) return null;
  const choose = (choice: Resolution) => {
    const next = { ...choices, [keyOf(current)]: choice };
    setChoices(next);
    setAt(nextOpen(conflicts, next, at) ?? at);
  };
  const leave = () => router.push(changesetAddress(changeset));
  const save = async () => {
    setBusy(true);
    await work.flush();
    const answer = await callDesk(ResolveConflictsDocument, {
      changeset: changeset.id,
      version: changeset.version,
      operations: settlement(conflicts, choices),
    });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.error.message);
    const { outcome } = answer.data;
    if (outcome.__typename === 'Refused') return setRefusal(outcome.problems.map(({ message }) => message).join(' '));
    if (outcome.__typename !== 'Appended') return setRefusal(outcome.message);
    await work.refresh();
    leave();
    router.refresh();
  };
  return (
    <section className={styles.conflicts} aria-label="Conflicts">
      <header className={styles.head}>
        <h2>
          Conflict {conflicts.indexOf(current) + 1} of {conflicts.length}
        </h2>
        <p role="status">{open === 0 ? 'All are settled. Save to keep it so.' : `${open} still to be settled`}</p>
      </header>
      <ol className={styles.steps}>
        {conflicts.map((conflict, place) => (
          <li key={keyOf(conflict)}>
            <button type="button" aria-current={conflict === current ? 'step' : undefined} onClick={() => setAt(place)}>
              <span aria-hidden="true">{choices[keyOf(conflict)] ? '✓' : '○'}</span> {labelOf(conflict)}
              <span className="visually-hidden">{choices[keyOf(conflict)] ? ', settled' : ', not settled'}</span>
            </button>
          </li>
        ))}
      </ol>
      <Sides
        key={keyOf(current)}
        view={view}
        conflict={current}
        change={changes[keyOf(current)]}
        choice={choices[keyOf(current)]}
        {...(isMine ? { onChoose: choose } : {})}
      />
      {isMine ? (
        <div className={styles.foot}>
          <Button onClick={() => void save()} disabled={open > 0} loading={isBusy}>
            Save the settlement
          </Button>
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <span className={styles.aside}>
            {open > 0 ? 'Saved is only what is wholly settled.' : ''} Cancel leaves everything as it was.
          </span>
        </div>
      ) : (
        <Notice>Only the author of the changeset settles its conflicts.</Notice>
      )}
      <div role="alert">
        {refusal ? (
          <Notice tone="warning" title="Not saved">
            {refusal}
          </Notice>
        ) : null}
      </div>
    </section>
  );

  function labelOf({ fact, field }: ConflictPartsFragment): string {
    return `${fieldOf(fact, field)?.label ?? field} of ${nameOf(fact, view.names)}`;
  }
}

function fieldOf(fact: string, field: string) {
  const type = factTypeOfId(fact);
  return type ? fieldsOf(type)[field] : undefined;
}

interface SidesProps {
  readonly view: ChangesetView;
  readonly conflict: ConflictPartsFragment;
  readonly change: LastChange | undefined;
  readonly choice: Resolution | undefined;
  readonly onChoose?: (choice: Resolution) => void;
}

function Sides({ view: { names, me }, conflict, change, choice, onChoose }: SidesProps) {
  const [isEditing, setEditing] = useState(false);
  const field = fieldOf(conflict.fact, conflict.field);
  const value = (given: unknown) => <DeskValue field={field} value={(given ?? null) as FieldValue} names={names} />;
  const keeps = choice && 'keep' in choice ? choice.keep : undefined;
  return (
    <>
      <h3>
        {field?.label ?? conflict.field} of <bdi>{nameOf(conflict.fact, names)}</bdi>
      </h3>
      <div className={styles.sides}>
        <section aria-label="When you began">
          <h4>When you began</h4>
          <div>{value(conflict.base)}</div>
        </section>
        <section aria-label="In the register now" data-chosen={keeps === 'theirs' || undefined}>
          <h4>In the register now</h4>
          <div>{value(conflict.theirs)}</div>
          {change ? (
            <p className={styles.aside}>
              {personName(change.by, me)}, {dayWords(change.at)},{' '}
              <a href={`/revisions/${change.revision}`}>revision {change.revision}</a>: {change.title}
            </p>
          ) : null}
          {onChoose ? (
            <Button
              size="xs"
              variant="default"
              aria-pressed={keeps === 'theirs'}
              onClick={() => onChoose({ keep: 'theirs' })}
            >
              Take theirs
            </Button>
          ) : null}
        </section>
        <section aria-label="Yours" data-chosen={keeps === 'mine' || undefined}>
          <h4>Yours</h4>
          <div>{value(conflict.yours)}</div>
          {onChoose ? (
            <Button
              size="xs"
              variant="default"
              aria-pressed={keeps === 'mine'}
              onClick={() => onChoose({ keep: 'mine' })}
            >
              Keep mine
            </Button>
          ) : null}
        </section>
      </div>
      {onChoose && field ? (
        isEditing ? (
          <OtherValue
            field={field}
            value={(conflict.yours ?? null) as FieldValue}
            onChoose={(written) => {
              setEditing(false);
              onChoose({ value: written });
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <p>
            <button type="button" className={styles.quiet} onClick={() => setEditing(true)}>
              Write another value
            </button>
            {choice && 'value' in choice ? <> Chosen: {value(choice.value)}</> : null}
          </p>
        )
      ) : null}
    </>
  );
}
