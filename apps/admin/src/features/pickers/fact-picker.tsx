'use client';

import { type FactTypeName, labelFields, newDeskId, newId, typeOf } from '@chancery/codebook';
import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { useLabel, useWork } from '../changeset/work-provider.tsx';
import { useStack } from '../editor/stack-context.ts';
import { FactOptions } from './fact-options.tsx';
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

/** Where more types than this may be meant, nothing is made on the spot: nobody would know which. */
const mostToCreate = 4;
const createMark = 'create:';

/** Finds a fact as one types, drafts of the changeset included, or makes a record of what was typed. */
export function FactPicker({ id, types, value, choose, isInvalid = false, describedBy, leave }: FactPickerProps) {
  const work = useWork();
  const stack = useStack();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const label = useLabel(value ?? undefined);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? '';
  const search = useFactSearch(text, types);
  const makeable = types.filter((type) => typeOf(type).category === 'record');
  const create =
    makeable.length > mostToCreate
      ? []
      : makeable.map((type) => ({
          value: `${createMark}${type}`,
          words: `Create ${typeOf(type).singular} “${text.trim()}”`,
        }));
  const submit = (option: string) => {
    const made = makeable.find((type) => option === `${createMark}${type}`);
    choose(made ? make(made) : option);
    const found = search.found.find((each) => each.id === option);
    if (found && !found.isNew && found.label) work.learn([{ id: found.id, label: found.label }]);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const make = (type: FactTypeName): string => {
    const [first] = labelFields(type);
    const made = newId(type);
    const values = first ? { [first.name]: text.trim() } : {};
    work.write(
      [{ id: newDeskId('operation'), kind: 'create', type, fact: made, values }],
      `New ${typeOf(type).singular} “${text.trim()}”`,
    );
    stack.open(made);
    return made;
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
          placeholder="Type a name or a code"
          rightSectionWidth={value ? 72 : undefined}
          rightSection={
            value ? (
              <>
                <a href={`/desk${factPath(value)}`} title="Open it in the editor" aria-label={`Open ${label}`}>
                  ↗
                </a>
                <CloseButton size="sm" aria-label={`Clear ${label}`} onClick={() => choose(null)} />
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
