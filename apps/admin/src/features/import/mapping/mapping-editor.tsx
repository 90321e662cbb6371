'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../../doors/call-desk.ts';
import { DeleteImportMappingDocument, SaveImportMappingDocument } from '../../../generated/desk/graphql.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useRefresh } from '../../review/use-refresh.ts';
import type { ImportView } from '../import-data.ts';
import { refusalsIn, type Said } from '../said.ts';
import { AboutTable } from './about-table.tsx';
import { FactMapping } from './fact-mapping.tsx';
import styles from './mapping.module.css';
import { blankFact, blankMapping, columnsTaken, draftOf, type FactDraft, type MappingDraft } from './mapping-draft.ts';
import { SavedMappings } from './saved-mappings.tsx';

interface MappingEditorProps {
  readonly files: ImportView['found']['files'];
  /** What was said before, if anything was. */
  readonly first: unknown;
  readonly saved: ImportView['mappings'];
  readonly isBusy: boolean;
  readonly onUse: (mapping: MappingDraft) => void;
  readonly onCancel: () => void;
}

/** Says what the columns of a table of one's own mean: of which facts each row tells, and from where each field comes. */
export function MappingEditor({ files, first, saved, isBusy, onUse, onCancel }: MappingEditorProps) {
  const refresh = useRefresh();
  const [draft, setDraft] = useState<MappingDraft>(() => draftOf(first) ?? blankMapping(files[0]?.name ?? ''));
  const [messages, setMessages] = useState<readonly string[]>([]);
  const file = files.find(({ name }) => name === draft.file) ?? files[0];
  const columns = file?.columns ?? [];
  const taken = columnsTaken(draft);
  const rest = columns.filter((column) => !taken.has(column));
  const mapping: MappingDraft = {
    ...draft,
    left: Object.fromEntries(rest.map((column) => [column, draft.left[column] ?? notTaken])),
  };
  const facts = Object.entries(draft.facts);
  const setFacts = (changed: readonly (readonly [string, FactDraft])[]) =>
    setDraft({ ...draft, facts: Object.fromEntries(changed) });
  const note = async (asking: Promise<Said>) => {
    setMessages(refusalsIn(await asking));
    refresh();
  };
  return (
    <Section
      id="mapping"
      title="What its columns mean"
      lead="Each row of the table tells of one fact or of several. Say of which, and from where each of their fields comes."
      aside={
        <SavedMappings
          saved={saved}
          onLoad={(kept) => {
            const loaded = draftOf(kept);
            // It is for the table that is here, whatever the one it was made for was called.
            if (loaded) setDraft({ ...loaded, file: file?.name ?? loaded.file });
          }}
          onSave={(name) => note(callDesk(SaveImportMappingDocument, { name, mapping }))}
          onDelete={(id) => note(callDesk(DeleteImportMappingDocument, { id }))}
        />
      }
    >
      <form
        className={styles.editor}
        onSubmit={(event) => {
          event.preventDefault();
          onUse(mapping);
        }}
      >
        {messages.length > 0 ? (
          <Notice tone="warning" title="Not kept">
            {messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        ) : null}
        <AboutTable
          about={draft}
          files={files.map(({ name }) => name)}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {facts.map(([name, fact], at) => (
          <FactMapping
            key={name}
            name={name}
            fact={fact}
            columns={columns}
            above={facts.slice(0, at).map(([each]) => each)}
            onChange={(changed) => setFacts(facts.map((each, place) => (place === at ? [name, changed] : each)))}
            onRename={(called) => {
              if (/^[A-Za-z][A-Za-z0-9]*$/.test(called) && !(called in draft.facts))
                setFacts(facts.map((each, place) => (place === at ? [called, fact] : each)));
            }}
            onRemove={facts.length > 1 ? () => setFacts(facts.filter((_each, place) => place !== at)) : undefined}
          />
        ))}
        <button
          type="button"
          className={styles.quiet}
          onClick={() => setFacts([...facts, [freeName(draft), blankFact('ExternalCode')]])}
        >
          Each row tells of another fact, too
        </button>
        {rest.length > 0 ? (
          <fieldset className={styles.fact}>
            <legend>Columns that are left</legend>
            <div className={styles.lines}>
              {rest.map((column) => (
                <label key={column} className={styles.line}>
                  <code>{column}</code>
                  <input
                    className={styles.control}
                    aria-label={`Why ${column} is left`}
                    value={draft.left[column] ?? notTaken}
                    onChange={({ currentTarget }) =>
                      setDraft({ ...draft, left: { ...draft.left, [column]: currentTarget.value } })
                    }
                  />
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" size="xs" loading={isBusy}>
            Use this mapping
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Leave it
          </Button>
        </div>
      </form>
    </Section>
  );
}

const notTaken = 'Not taken.';

function freeName({ facts }: MappingDraft): string {
  for (let number = Object.keys(facts).length + 1; ; number += 1) {
    const name = `fact${number}`;
    if (!(name in facts)) return name;
  }
}
