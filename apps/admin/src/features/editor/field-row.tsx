'use client';

import type { FieldEvidence } from '@chancery/changesets';
import { type Field, type FieldValue, isAbsence, isSameValue, type Values, valueSchema } from '@chancery/codebook';
import { Menu } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldInput } from '../../fields/control.ts';
import { FieldControl } from '../../fields/controls.tsx';
import { ValueWords } from '../../fields/value-words.tsx';
import type { Draft } from '../changeset/draft.ts';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';
import styles from './editor.module.css';
import { EvidenceMark } from './evidence-mark.tsx';
import { setFieldOperation, titleFor } from './field-operations.ts';
import { useFocus } from './focus.tsx';
import { texts } from './texts.tsx';

/** Delay between the last keystroke and the save, in milliseconds. */
const saveDelay = 800;

interface FieldRowProps {
  readonly draft: Draft;
  readonly name: string;
  readonly field: Field;
  readonly coverage: FieldEvidence | undefined;
  /** The initial values of a new fact, such as the record that a new link belongs to. */
  readonly start: Values;
  readonly prefix: string;
}

/** A field of the form: label, control, evidence, published value and problems. */
export function FieldRow({ draft, name, field, coverage, start, prefix }: FieldRowProps) {
  const work = useWork();
  const { report } = useWorkState();
  const focus = useFocus();
  const [problem, setProblem] = useState<string>();
  /** Input that is not saved yet. */
  const unsaved = useRef<{ entered: FieldInput; timer: ReturnType<typeof setTimeout> | undefined }>(undefined);
  const id = `field-${prefix}${name}`;
  const value = draft.values[name];
  const before = draft.published?.values[name];
  const isChanged = draft.published !== undefined && draft.status !== 'retired' && !isSameValue(before, value);

  const write = (next: FieldValue) => {
    const operation = setFieldOperation(draft, name, next, start);
    if (operation) work.write([operation], titleFor(draft, work.nameOf(draft.id)));
  };
  const save = useEffectEvent(() => {
    const { entered, timer } = unsaved.current ?? {};
    clearTimeout(timer);
    unsaved.current = undefined;
    if (!entered) return;
    if ('problem' in entered) return setProblem(entered.problem);
    if (entered.value === null) {
      if (field.required && draft.status !== 'none' && value !== undefined)
        return setProblem(texts.field.isRequired(field.label));
      setProblem(undefined);
      return write(null);
    }
    const parsed = valueSchema(field).safeParse(entered.value);
    if (!parsed.success) return setProblem(texts.field.isNotValid(field.label, parsed.error.issues[0]?.message));
    setProblem(undefined);
    write(parsed.data);
  });
  useEffect(() => work.onFlush(() => save()), [work]);
  const enter = (entered: FieldInput, when: 'soon' | 'now') => {
    clearTimeout(unsaved.current?.timer);
    if ('value' in entered) setProblem(undefined);
    unsaved.current = { entered, timer: when === 'soon' ? setTimeout(() => saveNow(), saveDelay) : undefined };
    // Save within the event: otherwise React resets a checkbox whose new state it does not know yet.
    if (when === 'now') saveNow();
  };
  const saveNow = useEffectEvent(() => save());

  const ruleProblems = (report?.problems ?? []).filter(
    ({ fact, field: at, code }) => fact === draft.id && at === name && code !== 'needs-citation',
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
        {field.required ? <span className={styles.mark}>{texts.field.required}</span> : null}
        {field.cited ? <span className={styles.mark}>{texts.field.needsEvidence}</span> : null}
      </div>
      <p id={`${id}-help`} className={styles.help}>
        {field.description}
      </p>
      <div className={styles.control}>
        {isAbsence(value) ? (
          <p className={styles.absent}>
            {texts.field.absent[value.absent]}{' '}
            <button type="button" onClick={() => write(null)}>
              {texts.field.enterValue}
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
              if (unsaved.current) saveNow();
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
        {ruleProblems.map(({ code, message }) => (
          <span key={code + message}>{message} </span>
        ))}
      </div>
      {isChanged ? (
        <p className={styles.was}>
          {texts.field.was(<ValueWords field={field} value={before ?? null} />, (words) => (
            <button
              type="button"
              aria-label={texts.field.revertLabel(field.label)}
              onClick={() => write(before ?? null)}
            >
              {words}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** A menu that records why a field has no value. */
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
          aria-label={texts.field.noValueLabel(label)}
          title={texts.field.noValueHint}
        >
          ∅
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose({ absent: 'UNKNOWN' })}>{texts.field.noValue.UNKNOWN}</Menu.Item>
        <Menu.Item onClick={() => choose({ absent: 'NONE' })}>{texts.field.noValue.NONE}</Menu.Item>
        <Menu.Item disabled={value === undefined} onClick={() => choose(null)}>
          {texts.field.noValue.NOTHING}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
