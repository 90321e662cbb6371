'use client';

import { factTypeNames } from '@chancery/codebook';
import { Combobox, useCombobox } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { factPath } from '../../addresses/collections.ts';
import { FactOptions } from '../pickers/fact-options.tsx';
import { useFactSearch } from '../pickers/use-fact-search.ts';
import styles from './desk-shell.module.css';
import { texts } from './texts.tsx';

/**
 * The search box for records of the register and new facts of the current changeset. Opens the chosen fact in the
 * editor.
 */
export function Finder() {
  const router = useRouter();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const search = useFactSearch(text, factTypeNames);
  return (
    <search className={styles.finder}>
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          setText('');
          combobox.closeDropdown();
          router.push(`/desk${factPath(id)}`);
        }}
      >
        <Combobox.Target>
          <input
            type="search"
            aria-label={texts.finder.label}
            placeholder={texts.finder.placeholder}
            value={text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === ''}>
          <FactOptions search={search} text={text} isMixed />
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
