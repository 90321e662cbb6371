'use client';

import { useState } from 'react';
import type { ImportView } from '../import-data.ts';
import styles from './mapping.module.css';
import { texts } from './texts.ts';

interface SavedMappingsProps {
  readonly saved: ImportView['mappings'];
  readonly onLoad: (mapping: unknown) => void;
  readonly onSave: (name: string) => Promise<void>;
  readonly onDelete: (id: string) => Promise<void>;
}

/**
 * Controls that load, save and delete named mappings. A saved mapping can be used again for a later edition of a table.
 */
export function SavedMappings({ saved, onLoad, onSave, onDelete }: SavedMappingsProps) {
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const selected = saved.find(({ id }) => id === chosen);
  return (
    <span className={styles.saved}>
      {saved.length > 0 ? (
        <>
          <select
            className={styles.control}
            aria-label={texts.saved.label}
            value={chosen}
            onChange={({ currentTarget: { value } }) => {
              setChosen(value);
              const mapping = saved.find(({ id }) => id === value);
              if (!mapping) return;
              setName(mapping.name);
              onLoad(mapping.mapping);
            }}
          >
            <option value="">{texts.saved.load}</option>
            {saved.map((mapping) => (
              <option key={mapping.id} value={mapping.id}>
                {mapping.name}
              </option>
            ))}
          </select>
          {selected ? (
            <button
              type="button"
              className={styles.quiet}
              onClick={() => {
                setChosen('');
                void onDelete(selected.id);
              }}
            >
              {texts.saved.delete(selected.name)}
            </button>
          ) : null}
        </>
      ) : null}
      <input
        className={styles.control}
        aria-label={texts.saved.name}
        placeholder={texts.saved.name}
        value={name}
        maxLength={200}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button
        type="button"
        className={styles.quiet}
        disabled={name.trim() === ''}
        onClick={() => void onSave(name.trim())}
      >
        {texts.saved.save}
      </button>
    </span>
  );
}
