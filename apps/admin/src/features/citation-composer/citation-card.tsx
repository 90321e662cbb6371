'use client';

import { newDeskId, types } from '@chancery/codebook';
import { ValueWords } from '../../fields/value-words.tsx';
import type { Draft, DraftCitation } from '../changeset/draft.ts';
import { useLabel, useWork } from '../changeset/work-provider.tsx';
import { titleFor } from '../editor/field-operations.ts';
import { GradeChip } from '../evidence/grade-chip.tsx';
import styles from './composer.module.css';
import { useSource } from './composer.tsx';
import { texts } from './texts.tsx';

const { fields } = types.Citation;
const locatorFields = ['page', 'paragraph', 'line', 'timecode', 'fragment'] as const;

/** A citation of a draft: its grade, source, locator and excerpt, and a button that removes it. */
export function CitationCard({ draft, citation }: { readonly draft: Draft; readonly citation: DraftCitation }) {
  const work = useWork();
  const { values, isNew } = citation;
  const source = String(values.source);
  const label = useLabel(source);
  const { values: sourceValues } = useSource(source);
  const remove = () =>
    work.write(
      [{ id: newDeskId('operation'), kind: 'uncite', type: draft.type, fact: draft.id, citation: citation.id, values }],
      titleFor(draft, work.nameOf(draft.id)),
    );
  const locators = locatorFields.flatMap((name) =>
    values[name] ? [texts.card.locator(fields[name]?.label ?? name, String(values[name]))] : [],
  );
  const field = typeof values.field === 'string' ? values.field : undefined;
  return (
    <li className={styles.card}>
      <p>
        <GradeChip
          grade={
            typeof sourceValues.reliability === 'string' ? `${sourceValues.reliability}${values.credibility}` : null
          }
        />{' '}
        <b>{label}</b>
        {texts.card.locators(locators)}
      </p>
      <p className={styles.manner}>
        {texts.card.manner(
          fields.stance ? <ValueWords field={fields.stance} value={values.stance} /> : null,
          fields.modality ? <ValueWords field={fields.modality} value={values.modality} /> : null,
          [
            values.hedge ? texts.card.hedge(String(values.hedge)) : '',
            field ? '' : texts.card.forWholeFact,
            isNew ? texts.card.isNew : '',
          ].join(''),
        )}
      </p>
      {values.excerpt ? (
        <blockquote dir="auto" lang={typeof values.excerptLanguage === 'string' ? values.excerptLanguage : undefined}>
          {String(values.excerpt)}
        </blockquote>
      ) : null}
      <button type="button" aria-label={texts.card.removeLabel(label)} onClick={remove}>
        {texts.card.remove}
      </button>
    </li>
  );
}
