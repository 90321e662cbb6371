'use client';

import { typeOf } from '@chancery/codebook';
import { Combobox } from '@mantine/core';
import styles from './pickers.module.css';
import type { FactSearch } from './use-fact-search.ts';

interface FactOptionsProps {
  readonly search: FactSearch;
  readonly text: string;
  /** Whether facts of several types may be found. */
  readonly isMixed: boolean;
  /** What can be made where nothing fits, in words. */
  readonly create?: readonly { readonly value: string; readonly words: string }[];
}

/** What a search for facts has found, as the options of a combobox. */
export function FactOptions({ search, text, isMixed, create = [] }: FactOptionsProps) {
  const { found, isBusy, fault } = search;
  const isTyped = text.trim() !== '';
  return (
    <Combobox.Options className={styles.options}>
      {found.map(({ id, label, type, isNew }) => (
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
        ? create.map(({ value, words }) => (
            <Combobox.Option key={value} value={value} className={styles.create}>
              {words}
            </Combobox.Option>
          ))
        : null}
      {found.length === 0 && isTyped && !isBusy ? (
        <Combobox.Empty>{fault ?? 'Nothing in the register has this name or code.'}</Combobox.Empty>
      ) : null}
      {found.length === 0 && isTyped && isBusy ? <Combobox.Empty>Searching…</Combobox.Empty> : null}
      {found.length === 0 && !isTyped ? <Combobox.Empty>Type a name or a code.</Combobox.Empty> : null}
    </Combobox.Options>
  );
}
