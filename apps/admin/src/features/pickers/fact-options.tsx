'use client';

import { type FactTypeName, typeOf } from '@chancery/codebook';
import { Combobox } from '@mantine/core';
import styles from './pickers.module.css';
import { texts } from './texts.ts';
import type { FactSearch } from './use-fact-search.ts';

interface FactOptionsProps {
  readonly search: FactSearch;
  readonly text: string;
  /** True when the search covers several types; options then show their type. */
  readonly isMixed: boolean;
  /** Options that create a fact. */
  readonly create?: readonly { readonly value: string; readonly label: string }[];
}

/** The results of a search for facts as options of a combobox, or the reason why there are none. */
export function FactOptions({ search, text, isMixed, create = [] }: FactOptionsProps) {
  const { results, isBusy, message } = search;
  const isTyped = text.trim() !== '';
  return (
    <Combobox.Options className={styles.options}>
      {results.map(({ id, label, type, isNew, match }) => (
        <Combobox.Option key={id} value={id} className={styles.option}>
          <bdi>{label}</bdi>
          <span className={styles.kind}>{texts.details([match, kindWords(type, isNew)])}</span>
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
        <Combobox.Empty>{message ?? texts.nothingFound}</Combobox.Empty>
      ) : null}
      {results.length === 0 && isTyped && isBusy ? <Combobox.Empty>{texts.searching}</Combobox.Empty> : null}
      {results.length === 0 && !isTyped ? <Combobox.Empty>{texts.howToSearch}</Combobox.Empty> : null}
    </Combobox.Options>
  );

  function kindWords(type: FactTypeName, isNew: boolean): string {
    const { singular } = typeOf(type);
    if (!isNew) return isMixed ? singular : '';
    return isMixed ? texts.newOfType(singular) : texts.newInChangeset;
  }
}
