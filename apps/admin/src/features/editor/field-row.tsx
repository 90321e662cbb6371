'use client';

import type { Coverage } from '@chancery/changesets';
import { type Field, type FieldValue, isAbsence, sameValue, type Values, valueSchema } from '@chancery/codebook';
import { Menu } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Entered } from '../../fields/control.ts';
import { FieldControl } from '../../fields/controls.tsx';
import { ValueWords } from '../../fields/value-words.tsx';
import type { Draft } from '../changeset/draft.ts';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { EvidenceMark } from './evidence-mark.tsx';
import { useFocus } from './focus.tsx';
import { settingOf, titleFor } from './set-field.ts';

/** How long after the last keystroke what was typed is saved, in milliseconds. */
const rest = 800;

interface FieldRowProps {
  readonly draft: Draft;
  readonly name: string;
  readonly field: Field;
  readonly coverage: Coverage | undefined;
  /** What a new fact starts with: the record that a new link hangs on. */
  readonly start: Values;
  readonly prefix: string;
}

/** One field: its label, its control, its evidence, what it was before, and what is wrong with it. */
export function FieldRow({ draft, name, field, coverage, start, prefix }: FieldRowProps) {
  const work = useWork();
  const { report } = useWorkState();
  const focus = useFocus();
  const [problem, setProblem] = useState<string>();
  const waiting = useRef<{ entered: Entered; timer: ReturnType<typeof setTimeout> | undefined }>(undefined);
  const id = `field-${prefix}${name}`;
  const value = draft.values[name];
  const was = draft.standing?.values[name];
  const isChanged = draft.standing !== undefined && draft.status !== 'retired' && !sameValue(was, value);

  const write = (next: FieldValue) => {
    const operation = settingOf(draft, name, next, start);
    if (operation) work.write([operation], titleFor(draft, work.nameOf(draft.id)));
  };
  const settle = useEffectEvent(() => {
    const { entered, timer } = waiting.current ?? {};
    clearTimeout(timer);
    waiting.current = undefined;
    if (!entered) return;
    if ('problem' in entered) return setProblem(entered.problem);
    if (entered.value === null) {
      if (field.required && draft.status !== 'nothing' && value !== undefined)
        return setProblem('It cannot be left empty.');
      setProblem(undefined);
      return write(null);
    }
    const read = valueSchema(field).safeParse(entered.value);
    if (!read.success) return setProblem(`${field.label} ${read.error.issues[0]?.message ?? 'cannot be this'}.`);
    setProblem(undefined);
    write(read.data);
  });
  useEffect(() => work.onFlush(() => settle()), [work]);
  const enter = (entered: Entered, when: 'soon' | 'now') => {
    clearTimeout(waiting.current?.timer);
    if ('value' in entered) setProblem(undefined);
    waiting.current = { entered, timer: when === 'soon' ? setTimeout(() => settleNow(), rest) : undefined };
    // Within the event itself: React puts a tick back that its state does not yet know.
    if (when === 'now') settleNow();
  };
  const settleNow = useEffectEvent(() => settle());

  const found = (report?.problems ?? []).filter(
    (each) => each.fact === draft.id && each.field === name && each.code !== 'needs-citation',
  );
  return (
    <div
      id={prefix === '' ? undefined : `row-${id}`}
      className={styles.row}
      data-changed={isChanged || undefined}
      data-field={name}
      onFocusCapture={() => focus?.focus({ fact: draft.id, field: name })}
    >
      <div className={styles.rowHead}>
        <label id={`${id}-label`} htmlFor={id}>
          {field.label}
        </label>
        {field.required ? <span className={styles.mark}>required</span> : null}
        {field.cited ? <span className={styles.mark}>to be cited</span> : null}
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {field.description}
      </p>
      <div className={styles.control}>
        {isAbsence(value) ? (
          <p className={styles.absent}>
            {value.absent === 'UNKNOWN'
              ? 'It has a value which nobody has found.'
              : 'It was looked for, and there is none.'}{' '}
            <button type="button" onClick={() => write(null)}>
              Enter a value
            </button>
          </p>
        ) : (
          <FieldControl
            id={id}
            field={field}
            value={value}
            isInvalid={problem !== undefined}
            describedBy={`${id}-help ${id}-problem`}
            enter={enter}
            leave={() => {
              if (waiting.current) settleNow();
            }}
          />
        )}
      </div>
      <span className={styles.rowEnd}>
        <EvidenceMark
          draft={draft}
          name={name}
          label={field.label}
          isCited={field.cited ?? false}
          coverage={coverage}
        />
        {field.required ? null : <NoValue label={field.label} value={value} choose={write} />}
      </span>
      <div id={`${id}-problem`} role={problem ? 'alert' : undefined} className={styles.problem}>
        {problem}
        {found.map((each) => (
          <span key={each.code + each.message}>{each.message} </span>
        ))}
      </div>
      {isChanged ? (
        <p className={styles.was}>
          was <ValueWords field={field} value={was ?? null} />,{' '}
          <button type="button" aria-label={`Revert ${field.label}`} onClick={() => write(was ?? null)}>
            revert
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Says why a field holds no value. */
function NoValue({
  label,
  value,
  choose,
}: {
  readonly label: string;
  readonly value: FieldValue | undefined;
  readonly choose: (value: FieldValue) => void;
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={styles.more}
          aria-label={`No value for ${label}`}
          title="Say that there is no value"
        >
          ∅
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose({ absent: 'UNKNOWN' })}>
          Unknown: it has a value which nobody has found
        </Menu.Item>
        <Menu.Item onClick={() => choose({ absent: 'NONE' })}>None: it was looked for, and there is none</Menu.Item>
        <Menu.Item disabled={value === undefined} onClick={() => choose(null)}>
          Nothing recorded
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
