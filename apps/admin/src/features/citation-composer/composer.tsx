'use client';

import { type FieldValue, fieldsOf, types, type Values, valueSchema } from '@chancery/codebook';
import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FieldControl } from '../../fields/controls.tsx';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { coverageByField } from '../editor/coverage.ts';
import type { FocusedField } from '../editor/focus.tsx';
import { titleFor } from '../editor/set-field.ts';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { type CitedFor, citing } from './citing.ts';
import styles from './composer.module.css';
import { keepLastCitation, lastCitation } from './last-citation.ts';

const { fact: _fact, field: _field, ...fields } = types.Citation.fields;
/** What most citations are. */
const plain: Values = { stance: 'SUPPORTS', modality: 'ASSERTED' };

interface ComposerProps {
  readonly on: FocusedField;
  /** The record and its links: what one citation may be given for at once. */
  readonly facts: readonly string[];
  readonly close: () => void;
}

/** Writes a citation: the source, the place in it, the passage, in what mode and on whose word, and for which fields. */
export function Composer({ on, facts, close }: ComposerProps) {
  const work = useWork();
  const draft = useDraft(on.fact);
  const [values, setValues] = useState<Values>(() => ({ ...plain, source: lastCitation()?.source ?? null }));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const bare = facts.flatMap((fact) => bareFields(work.draft(fact)));
  const [isWide, setWide] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([on.field ?? '']));
  const options = [...new Set([on.field ?? '', ...coverageByField(draft).keys(), ''])];
  // Whoever comes by keyboard, or on a small screen, is taken to where the citation is written.
  useEffect(() => document.getElementById('cite-source')?.focus(), []);
  const set = (name: string, value: FieldValue) => setValues((before) => ({ ...before, [name]: value }));
  const submit = () => {
    const read = readCitation(values);
    setProblems(read.problems);
    if (Object.keys(read.problems).length > 0) return;
    const own: CitedFor[] = [...chosen].map((field) => ({ draft, field: field === '' ? undefined : field }));
    const others = isWide ? bare.filter(({ draft: { id }, field }) => id !== draft.id || !chosen.has(field ?? '')) : [];
    const targets = chosen.has('')
      ? [{ draft }, ...others.filter((each) => each.draft.id !== draft.id)]
      : [...own, ...others];
    work.write(citing(read.values, targets), titleFor(draft, work.nameOf(draft.id)));
    keepLastCitation(read.values);
    close();
  };
  return (
    <form
      className={styles.composer}
      aria-label="Citation"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Cite a source</h2>
      {Object.entries(fields).map(([name, field]) => (
        <div key={name} className={styles.field} data-field={name}>
          <label id={`cite-${name}-label`} htmlFor={`cite-${name}`}>
            {field.label}
          </label>
          <FieldControl
            id={`cite-${name}`}
            field={field}
            value={values[name]}
            isInvalid={name in problems}
            describedBy={`cite-${name}-problem`}
            enter={(entered) => {
              if ('value' in entered) set(name, entered.value);
              setProblems(({ [name]: _gone, ...before }) =>
                'problem' in entered ? { ...before, [name]: entered.problem } : before,
              );
            }}
            leave={() => undefined}
          />
          {name === 'credibility' ? <Grade source={values.source} credibility={values.credibility} /> : null}
          <span id={`cite-${name}-problem`} className={styles.problem} role={name in problems ? 'alert' : undefined}>
            {problems[name]}
          </span>
        </div>
      ))}
      <fieldset className={styles.for}>
        <legend>Cited for</legend>
        {options.map((field) => (
          <Checkbox
            key={field}
            size="sm"
            label={field === '' ? 'The whole of it' : (fieldsOf(draft.type)[field]?.label ?? field)}
            checked={chosen.has(field)}
            onChange={({ currentTarget }) =>
              setChosen(
                (before) =>
                  new Set([...before].filter((each) => each !== field).concat(currentTarget.checked ? [field] : [])),
              )
            }
          />
        ))}
        {bare.length > 1 ? (
          <Checkbox
            size="sm"
            label={`All that lacks evidence here (${bare.length})`}
            checked={isWide}
            onChange={({ currentTarget }) => setWide(currentTarget.checked)}
          />
        ) : null}
      </fieldset>
      <div className={styles.buttons}>
        <Button type="submit" disabled={chosen.size === 0 && !isWide}>
          Cite
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** The fields of a fact that are set and not covered. */
function bareFields(draft: CitedFor['draft']): CitedFor[] {
  return [...coverageByField(draft)].flatMap(([field, coverage]) => (coverage === 'missing' ? [{ draft, field }] : []));
}

function readCitation(values: Values): { values: Values; problems: Record<string, string> } {
  const read: Record<string, FieldValue> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name] ?? null;
    if (value === null) {
      if (field.required) problems[name] = `${field.label} is needed.`;
      continue;
    }
    const parsed = valueSchema(field).safeParse(value);
    if (parsed.success) read[name] = parsed.data;
    else problems[name] = `${field.label} ${parsed.error.issues[0]?.message ?? 'cannot be this'}.`;
  }
  return { values: read, problems };
}

/** The grade that the citation will have: the source's own reliability with this credibility. */
function Grade({
  source,
  credibility,
}: {
  readonly source: FieldValue | undefined;
  readonly credibility: FieldValue | undefined;
}) {
  if (typeof source !== 'string') return null;
  return <SourceGrade source={source} credibility={credibility} />;
}

function SourceGrade({
  source,
  credibility,
}: {
  readonly source: string;
  readonly credibility: FieldValue | undefined;
}) {
  const { values } = useSource(source);
  const reliability = typeof values.reliability === 'string' ? values.reliability : undefined;
  const label = useLabel(source);
  if (!reliability) return null;
  return (
    <span className={styles.grade}>
      {label} is graded {reliability}
      {typeof credibility === 'number' ? (
        <>
          : the citation is <GradeChip grade={`${reliability}${credibility}`} />
        </>
      ) : null}
    </span>
  );
}

/** A source, looked up in the register if it is not at hand. */
export function useSource(source: string): CitedFor['draft'] {
  const work = useWork();
  const draft = useDraft(source);
  useEffect(() => void work.look([source]), [work, source]);
  return draft;
}
