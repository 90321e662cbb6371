'use client';

import { type FactTypeName, labelFields, newDeskId, newId, typeOf } from '@chancery/codebook';
import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { useLabel, useWork } from '../changeset/work-provider.tsx';
import { useFormStack } from '../editor/form-stack-context.ts';
import { FactOptions } from './fact-options.tsx';
import styles from './pickers.module.css';
import { texts } from './texts.ts';
import { useFactSearch } from './use-fact-search.ts';

interface FactPickerProps {
  readonly id: string;
  readonly types: readonly FactTypeName[];
  readonly value: string | null;
  readonly choose: (id: string | null) => void;
  readonly isInvalid?: boolean;
  readonly describedBy?: string;
  readonly leave?: () => void;
}

/** The picker offers to create a record if at most this number of record types can be chosen. */
const maxCreatableTypes = 4;
const createPrefix = 'create:';

/**
 * A combobox that searches facts of the given types, including new facts of the changeset. It can also create a record,
 * with the typed text as the first field of its label.
 */
export function FactPicker({ id, types, value, choose, isInvalid = false, describedBy, leave }: FactPickerProps) {
  const work = useWork();
  const stack = useFormStack();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const label = useLabel(value ?? undefined);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? '';
  const search = useFactSearch(text, types);
  const creatable = types.filter((type) => typeOf(type).category === 'record');
  const create =
    creatable.length > maxCreatableTypes
      ? []
      : creatable.map((type) => ({
          value: `${createPrefix}${type}`,
          label: texts.create(typeOf(type).singular, text.trim()),
        }));
  const submit = (option: string) => {
    const newType = creatable.find((type) => option === `${createPrefix}${type}`);
    choose(newType ? createFact(newType) : option);
    const chosen = search.results.find(({ id: result }) => result === option);
    if (chosen && !chosen.isNew && chosen.label) work.addLabels([{ id: chosen.id, label: chosen.label }]);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const createFact = (type: FactTypeName): string => {
    const [first] = labelFields(type);
    const newFact = newId(type);
    const values = first ? { [first.name]: text.trim() } : {};
    work.write(
      [{ id: newDeskId('operation'), kind: 'create', type, fact: newFact, values }],
      texts.newRecord(typeOf(type).singular, text.trim()),
    );
    stack.open(newFact);
    return newFact;
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target>
        <TextInput
          id={id}
          value={typed ?? label}
          error={isInvalid}
          aria-describedby={describedBy}
          autoComplete="off"
          placeholder={texts.placeholder}
          rightSectionWidth={value ? 72 : undefined}
          rightSection={
            value ? (
              <>
                <a
                  className={styles.open}
                  href={`/desk${factPath(value)}`}
                  title={texts.openHint}
                  aria-label={texts.open(label)}
                >
                  ↗
                </a>
                <CloseButton size={24} aria-label={texts.clear(label)} onClick={() => choose(null)} />
              </>
            ) : null
          }
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(undefined);
            leave?.();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <FactOptions search={search} text={text} isMixed={types.length > 1} create={create} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
