'use client';

import { assertedSupport, type FieldValue, fieldsOf, types, type Values, valueSchema } from '@chancery/codebook';
import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FieldControl } from '../../fields/controls.tsx';
import { useDraft, useLabel, useWork } from '../changeset/work-provider.tsx';
import { evidenceByField } from '../editor/evidence-by-field.ts';
import { titleFor } from '../editor/field-operations.ts';
import type { FocusedField } from '../editor/focus.tsx';
import { GradeChip } from '../evidence/grade-chip.tsx';
import { type CitationTarget, citeOperations } from './cite-operations.ts';
import styles from './composer.module.css';
import { lastCitation, storeLastCitation } from './last-citation.ts';
import { texts } from './texts.tsx';

const { fact: _fact, field: _field, ...fields } = types.Citation.fields;
/** The values that a new citation starts with: it supports the fact, and the source asserts it. */
const defaults: Values = assertedSupport;

interface ComposerProps {
  readonly on: FocusedField;
  /** The record and its links. The form can cite the source for fields of all of them at once. */
  readonly facts: readonly string[];
  readonly close: () => void;
}

/** The form that cites a source: the fields of a citation, and a choice of the fact and the fields that it is for. */
export function Composer({ on, facts, close }: ComposerProps) {
  const work = useWork();
  const draft = useDraft(on.fact);
  const [values, setValues] = useState<Values>(() => ({ ...defaults, source: lastCitation()?.source ?? null }));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const uncited = facts.flatMap((fact) => uncitedFields(work.draft(fact)));
  const [isAllUncited, setAllUncited] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set([on.field ?? '']));
  const options = [...new Set([on.field ?? '', ...evidenceByField(draft).keys(), ''])];
  // Moves keyboard users, and users of a small screen, to the form.
  useEffect(() => document.getElementById('cite-source')?.focus(), []);
  const set = (name: string, value: FieldValue) => setValues((before) => ({ ...before, [name]: value }));
  const submit = () => {
    const parsed = parseCitation(values);
    setProblems(parsed.problems);
    if (Object.keys(parsed.problems).length > 0) return;
    const own: CitationTarget[] = [...chosen].map((field) => ({ draft, field: field === '' ? undefined : field }));
    const others = isAllUncited
      ? uncited.filter(({ draft: { id }, field }) => id !== draft.id || !chosen.has(field ?? ''))
      : [];
    const targets = chosen.has('')
      ? [{ draft }, ...others.filter((target) => target.draft.id !== draft.id)]
      : [...own, ...others];
    work.write(citeOperations(parsed.values, targets), titleFor(draft, work.nameOf(draft.id)));
    storeLastCitation(parsed.values);
    close();
  };
  return (
    <form
      className={styles.composer}
      aria-label={texts.form.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>{texts.citeSource}</h2>
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
              setProblems(({ [name]: _previous, ...before }) =>
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
        <legend>{texts.form.citedFor}</legend>
        {options.map((field) => (
          <Checkbox
            key={field}
            size="sm"
            label={field === '' ? texts.form.wholeFact : (fieldsOf(draft.type)[field]?.label ?? field)}
            checked={chosen.has(field)}
            onChange={({ currentTarget }) =>
              setChosen(
                (before) =>
                  new Set([...before].filter((name) => name !== field).concat(currentTarget.checked ? [field] : [])),
              )
            }
          />
        ))}
        {uncited.length > 1 ? (
          <Checkbox
            size="sm"
            label={texts.form.allWithoutEvidence(uncited.length)}
            checked={isAllUncited}
            onChange={({ currentTarget }) => setAllUncited(currentTarget.checked)}
          />
        ) : null}
      </fieldset>
      <div className={styles.buttons}>
        <Button type="submit" disabled={chosen.size === 0 && !isAllUncited}>
          {texts.form.submit}
        </Button>
        <Button variant="default" onClick={close}>
          {texts.form.cancel}
        </Button>
      </div>
    </form>
  );
}

/**
 * Returns the fields of a fact that the changeset sets, or removes evidence from, and that need evidence but have
 * neither evidence nor a waiver.
 */
function uncitedFields(draft: CitationTarget['draft']): CitationTarget[] {
  return [...evidenceByField(draft)].flatMap(([field, coverage]) => (coverage === 'missing' ? [{ draft, field }] : []));
}

function parseCitation(values: Values): { values: Values; problems: Record<string, string> } {
  const read: Record<string, FieldValue> = {};
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name] ?? null;
    if (value === null) {
      if (field.required) problems[name] = texts.form.isRequired(field.label);
      continue;
    }
    const parsed = valueSchema(field).safeParse(value);
    if (parsed.success) read[name] = parsed.data;
    else problems[name] = texts.form.isNotValid(field.label, parsed.error.issues[0]?.message);
  }
  return { values: read, problems };
}

/** Shows the reliability of the source and, once a credibility is entered, the grade of the citation. */
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
      {typeof credibility === 'number'
        ? texts.form.reliabilityAndGrade(label, reliability, <GradeChip grade={`${reliability}${credibility}`} />)
        : texts.form.reliability(label, reliability)}
    </span>
  );
}

/** Returns a source with the changes of the changeset. Loads it from the register if it is not loaded yet. */
export function useSource(source: string): CitationTarget['draft'] {
  const work = useWork();
  const draft = useDraft(source);
  useEffect(() => void work.loadFacts([source]), [work, source]);
  return draft;
}
