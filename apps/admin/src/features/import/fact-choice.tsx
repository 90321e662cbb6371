'use client';

import type { FactTypeName } from '@chancery/codebook';
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { FactOptions } from '../pickers/fact-options.tsx';
import { useFactSearch } from '../pickers/use-fact-search.ts';
import { texts } from './texts.tsx';

interface FactChoiceProps {
  readonly label: string;
  readonly types: readonly FactTypeName[];
  readonly onChoose: (id: string) => void;
  readonly isDisabled: boolean;
}

/**
 * A search for a match that is not among the candidates. It cannot create facts: the button “Create new fact” does
 * that.
 */
export function FactChoice({ label, types, onChoose, isDisabled }: FactChoiceProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const search = useFactSearch(text, types);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        setText('');
        combobox.closeDropdown();
        onChoose(id);
      }}
    >
      <Combobox.Target>
        <TextInput
          size="xs"
          aria-label={label}
          placeholder={texts.question.searchHint}
          value={text}
          disabled={isDisabled}
          autoComplete="off"
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <FactOptions search={search} text={text} isMixed={types.length > 1} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
