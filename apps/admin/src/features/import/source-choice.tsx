'use client';

import { Button } from '@mantine/core';
import styles from './import.module.css';
import type { ImportView } from './import-data.ts';
import { texts } from './texts.tsx';

interface SourceChoiceProps {
  readonly current: string | null;
  readonly isCsv: boolean;
  readonly sources: ImportView['sources'];
  readonly isBusy: boolean;
  readonly onChoose: (key: string) => void;
}

/**
 * A select for the source of the files, in case it was not recognized from their columns or was recognized wrongly. A
 * button opens the mapping of an editor's own table.
 */
export function SourceChoice({ current, isCsv, sources, isBusy, onChoose }: SourceChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        {current === null ? texts.sourceChoice.source : texts.sourceChoice.wrongSource}{' '}
        <select
          value=""
          disabled={isBusy}
          onChange={({ currentTarget: { value } }) => {
            if (value) onChoose(value);
          }}
        >
          <option value="">{texts.sourceChoice.choose}</option>
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
        {isCsv ? texts.sourceChoice.editMapping : texts.sourceChoice.mapOwnTable}
      </Button>
    </div>
  );
}
