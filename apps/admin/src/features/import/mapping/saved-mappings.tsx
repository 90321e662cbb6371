'use client';

import { useState } from 'react';
import type { ImportView } from '../import-data.ts';
import styles from './mapping.module.css';

interface SavedMappingsProps {
  readonly saved: ImportView['mappings'];
  readonly onLoad: (mapping: unknown) => void;
  readonly onSave: (name: string) => Promise<void>;
  readonly onDelete: (id: string) => Promise<void>;
}

/** Mappings that are kept under a name, to be taken up again for the next edition. */
export function SavedMappings({ saved, onLoad, onSave, onDelete }: SavedMappingsProps) {
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const found = saved.find(({ id }) => id === chosen);
  return (
    <span className={styles.saved}>
      {saved.length > 0 ? (
        <>
          <select
            className={styles.control}
            aria-label="A mapping that is kept"
            value={chosen}
            onChange={({ currentTarget: { value } }) => {
              setChosen(value);
              const one = saved.find(({ id }) => id === value);
              if (!one) return;
              setName(one.name);
              onLoad(one.mapping);
            }}
          >
            <option value="">take up one that is kept</option>
            {saved.map((mapping) => (
              <option key={mapping.id} value={mapping.id}>
                {mapping.name}
              </option>
            ))}
          </select>
          {found ? (
            <button
              type="button"
              className={styles.quiet}
              onClick={() => {
                setChosen('');
                void onDelete(found.id);
              }}
            >
              Forget “{found.name}”
            </button>
          ) : null}
        </>
      ) : null}
      <input
        className={styles.control}
        aria-label="Name under which the mapping is kept"
        placeholder="name to keep it under"
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
        Keep it
      </button>
    </span>
  );
}
