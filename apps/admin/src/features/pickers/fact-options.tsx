'use client';

import { typeOf } from '@chancery/codebook';
import { Combobox } from '@mantine/core';
import styles from './pickers.module.css';
import type { FactSearch } from './use-fact-search.ts';

interface FactOptionsProps {
  readonly search: FactSearch;
  readonly text: string;
  /** True when the search covers several types; options then show their type. */
  readonly isMixed: boolean;
  /** Options that create a fact. */
  readonly create?: readonly { readonly value: string; readonly label: string }[];
}

/** The results of a search for facts, as options of a combobox. */
export function FactOptions({ search, text, isMixed, create = [] }: FactOptionsProps) {
  const { results, isBusy, error } = search;
  const isTyped = text.trim() !== '';
  return (
    <Combobox.Options className={styles.options}>
      {results.map(({ id, label, type, isNew }) => (
        <Combobox.Option key={id} value={id} className={styles.option}>
          <bdi>{label}</bdi>
          <span className={styles.kind}>
            {isNew ? 'new in this changeset' : ''}
            {isNew && isMixed ? ', ' : ''}
            {isMixed ? typeOf(type).singular : ''}
          </span>
        </Combobox.Option>
      ))}
      {isTyped && !isBusy
        ? create.map(({ value, label }) => (
            <Combobox.Option key={value} value={value} className={styles.create}>
              {label}
            </Combobox.Option>
          ))
        : null}
      {results.length === 0 && isTyped && !isBusy ? (
        <Combobox.Empty>{error ?? 'No record with this name or code.'}</Combobox.Empty>
      ) : null}
      {results.length === 0 && isTyped && isBusy ? <Combobox.Empty>Searching…</Combobox.Empty> : null}
      {results.length === 0 && !isTyped ? <Combobox.Empty>Type a name or a code.</Combobox.Empty> : null}
    </Combobox.Options>
  );
}
