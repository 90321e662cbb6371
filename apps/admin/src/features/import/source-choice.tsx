'use client';

import { Button } from '@mantine/core';
import styles from './import.module.css';
import type { ImportView } from './import-data.ts';

interface SourceChoiceProps {
  readonly current: string | null;
  readonly isCsv: boolean;
  readonly sources: ImportView['sources'];
  readonly isBusy: boolean;
  readonly onChoose: (key: string) => void;
}

/** Chooses the source of the files when it was not recognised from their columns, or was recognised wrongly. */
export function SourceChoice({ current, isCsv, sources, isBusy, onChoose }: SourceChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        {current === null ? 'Source of the files' : 'Wrong source?'}{' '}
        <select
          value=""
          disabled={isBusy}
          onChange={({ currentTarget: { value } }) => {
            if (value) onChoose(value);
          }}
        >
          <option value="">Choose a source</option>
          {sources
            .filter(({ key }) => key !== current)
            .map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
        </select>
      </label>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => onChoose('csv')}>
        {isCsv ? 'Edit column mapping' : 'Map the columns of your own table'}
      </Button>
    </div>
  );
}
