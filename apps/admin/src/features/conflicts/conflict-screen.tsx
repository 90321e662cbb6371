'use client';

import type { ConflictResolution } from '@chancery/changesets';
import { type FieldValue, factTypeOfId, fieldsOf } from '@chancery/codebook';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { type ConflictPartsFragment, ResolveConflictsDocument } from '../../generated/desk/graphql.ts';
import { dayWords } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWork } from '../changeset/work-provider.tsx';
import { changesetAddress } from '../desk-home/desk-addresses.ts';
import { personName } from '../desk-home/person-name.ts';
import { texts as changesetTexts } from '../desk-home/texts.tsx';
import { DeskValue } from '../review/desk-value.tsx';
import { labelOf } from '../review/names.ts';
import type { ChangesetView } from '../review/review-data.ts';
import styles from './conflicts.module.css';
import { OtherValue } from './other-value.tsx';
import { type Choices, conflictKey, nextUnresolved, resolutionOperations } from './resolutions.ts';
import { texts } from './texts.tsx';

/** The latest change of a field: who made it (`by`, null if unknown), when, and in which revision. */
export interface LastChange {
  readonly revision: number;
  readonly at: string;
  readonly title: string;
  readonly by: { readonly id: string; readonly name: string } | null;
}

interface ConflictScreenProps {
  readonly view: ChangesetView;
  readonly conflicts: readonly ConflictPartsFragment[];
  /** The latest change of fields in conflict, by `conflictKey`. A field whose change is not known is absent. */
  readonly changes: Readonly<Record<string, LastChange>>;
}

/**
 * The screen on which the author resolves conflicts with later revisions, one at a time. Shows the value before the
 * change, the value in the register now, and the author's value. Other readers cannot resolve conflicts on it.
 */
export function ConflictScreen({ view, conflicts, changes }: ConflictScreenProps) {
  const { changeset, me } = view;
  const router = useRouter();
  const work = useWork();
  const [choices, setChoices] = useState<Choices>({});
  const [at, setAt] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const open = conflicts.filter((conflict) => !choices[conflictKey(conflict)]).length;
  const current = conflicts[Math.min(at, conflicts.length - 1)];
  const isMine = changeset.author?.id === me.id;
  if (!current) return null;
  const choose = (choice: ConflictResolution) => {
    const next = { ...choices, [conflictKey(current)]: choice };
    setChoices(next);
    setAt(nextUnresolved(conflicts, next, at) ?? at);
  };
  const leave = () => router.push(changesetAddress(changeset));
  const save = async () => {
    setBusy(true);
    await work.flush();
    const answer = await callDesk(ResolveConflictsDocument, {
      changeset: changeset.id,
      version: changeset.version,
      operations: resolutionOperations(conflicts, choices),
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
    <section className={styles.conflicts} aria-label={texts.heading}>
      <header className={styles.head}>
        <h2>{texts.place(conflicts.indexOf(current) + 1, conflicts.length)}</h2>
        <p role="status">{open === 0 ? texts.allResolved : texts.remaining(open)}</p>
      </header>
      <ol className={styles.steps}>
        {conflicts.map((conflict, place) => (
          <li key={conflictKey(conflict)}>
            <button type="button" aria-current={conflict === current ? 'step' : undefined} onClick={() => setAt(place)}>
              <span aria-hidden="true">{choices[conflictKey(conflict)] ? '✓' : '○'}</span> {labelOfConflict(conflict)}
              <span className="visually-hidden">
                {choices[conflictKey(conflict)] ? texts.resolvedSuffix : texts.unresolvedSuffix}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Sides
        key={conflictKey(current)}
        view={view}
        conflict={current}
        change={changes[conflictKey(current)]}
        choice={choices[conflictKey(current)]}
        {...(isMine ? { onChoose: choose } : {})}
      />
      {isMine ? (
        <div className={styles.foot}>
          <Button onClick={() => void save()} disabled={open > 0} loading={isBusy}>
            {texts.save}
          </Button>
          <Button variant="default" onClick={leave}>
            {texts.cancel}
          </Button>
          <span className={styles.aside}>
            {open > 0 ? texts.whenToSave : ''} {texts.cancelHint}
          </span>
        </div>
      ) : (
        <Notice>{texts.authorOnly}</Notice>
      )}
      <div role="alert">
        {refusal ? (
          <Notice tone="warning" title={texts.notSaved}>
            {refusal}
          </Notice>
        ) : null}
      </div>
    </section>
  );

  function labelOfConflict({ fact, field }: ConflictPartsFragment): string {
    return texts.fieldOfFact(fieldOf(fact, field)?.label ?? field, labelOf(fact, view.names));
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
  readonly choice: ConflictResolution | undefined;
  readonly onChoose?: (choice: ConflictResolution) => void;
}

function Sides({ view: { names, me }, conflict, change, choice, onChoose }: SidesProps) {
  const [isEditing, setEditing] = useState(false);
  const field = fieldOf(conflict.fact, conflict.field);
  const show = (value: unknown) => <DeskValue field={field} value={(value ?? null) as FieldValue} names={names} />;
  const sides = onChoose ? texts.sides.author : texts.sides.reader;
  const chosenSide = choice && 'keep' in choice ? choice.keep : undefined;
  return (
    <>
      <h3>{texts.fieldOfFactHeading(field?.label ?? conflict.field, <bdi>{labelOf(conflict.fact, names)}</bdi>)}</h3>
      <div className={styles.sides}>
        <section aria-label={sides.base}>
          <h4>{sides.base}</h4>
          <div>{show(conflict.base)}</div>
        </section>
        <section aria-label={sides.theirs} data-chosen={chosenSide === 'theirs' || undefined}>
          <h4>{sides.theirs}</h4>
          <div>{show(conflict.theirs)}</div>
          {change ? (
            <p className={styles.aside}>
              {texts.lastChange(
                personName(change.by, me),
                dayWords(change.at),
                <a href={`/revisions/${change.revision}`}>{changesetTexts.revision(change.revision)}</a>,
                change.title,
              )}
            </p>
          ) : null}
          {onChoose ? (
            <Button
              size="xs"
              variant="default"
              aria-pressed={chosenSide === 'theirs'}
              onClick={() => onChoose({ keep: 'theirs' })}
            >
              {texts.takeTheirs}
            </Button>
          ) : null}
        </section>
        <section aria-label={sides.yours} data-chosen={chosenSide === 'mine' || undefined}>
          <h4>{sides.yours}</h4>
          <div>{show(conflict.yours)}</div>
          {onChoose ? (
            <Button
              size="xs"
              variant="default"
              aria-pressed={chosenSide === 'mine'}
              onClick={() => onChoose({ keep: 'mine' })}
            >
              {texts.keepMine}
            </Button>
          ) : null}
        </section>
      </div>
      {onChoose && field ? (
        isEditing ? (
          <OtherValue
            field={field}
            value={(conflict.yours ?? null) as FieldValue}
            onChoose={(value) => {
              setEditing(false);
              onChoose({ value });
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <p>
            <button type="button" className={styles.quiet} onClick={() => setEditing(true)}>
              {texts.otherValue.enter}
            </button>
            {choice && 'value' in choice ? texts.otherValue.chosen(show(choice.value)) : null}
          </p>
        )
      ) : null}
    </>
  );
}
