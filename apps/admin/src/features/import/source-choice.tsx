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

/** Of which source the files are, where that is not plain from their columns or somebody knows better. */
export function SourceChoice({ current, isCsv, sources, isBusy, onChoose }: SourceChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        {current === null ? 'The files are of' : 'Not this source?'}{' '}
        <select
          value=""
          disabled={isBusy}
          onChange={({ currentTarget: { value } }) => {
            if (value) onChoose(value);
          }}
        >
          <option value="">choose a source</option>
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
        {isCsv ? 'Change what its columns mean' : 'A table of our own: say what its columns mean'}
      </Button>
    </div>
  );
}
