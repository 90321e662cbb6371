'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { callDesk } from '../../../endpoints/call-desk.ts';
import { DeleteImportMappingDocument, SaveImportMappingDocument } from '../../../generated/desk/graphql.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useRefresh } from '../../review/use-refresh.ts';
import type { ImportView } from '../import-data.ts';
import { errorMessages, type MutationAnswer } from '../mutation-errors.ts';
import { FileValuesContext, useFileValues } from './column-texts.ts';
import { FactMapping } from './fact-mapping.tsx';
import styles from './mapping.module.css';
import {
  blankFact,
  blankMapping,
  type FactDraft,
  type MappingDraft,
  missingLine,
  readMissing,
  readSavedMapping,
  toStoredMapping,
  usedColumns,
} from './mapping-draft.ts';
import { SavedMappings } from './saved-mappings.tsx';
import { TableDetailsForm } from './table-details-form.tsx';
import { texts } from './texts.ts';

interface MappingEditorProps {
  readonly importId: string;
  readonly files: ImportView['importDetails']['files'];
  /** The current mapping of the import; null if it has none. */
  readonly initial: unknown;
  readonly saved: ImportView['mappings'];
  readonly isBusy: boolean;
  readonly onUse: (mapping: object) => void;
  readonly onCancel: () => void;
}

/** The form that maps the columns of an editor's own table to facts and their fields. It can load and save mappings. */
export function MappingEditor({ importId, files, initial, saved, isBusy, onUse, onCancel }: MappingEditorProps) {
  const refresh = useRefresh();
  const [draft, setDraft] = useState<MappingDraft>(
    () => readSavedMapping(initial) ?? blankMapping(files[0]?.name ?? ''),
  );
  const [messages, setMessages] = useState<readonly string[]>([]);
  const file = files.find(({ name }) => name === draft.file) ?? files[0];
  const columns = file?.columns ?? [];
  const fileValues = useFileValues(importId, file?.name);
  const used = usedColumns(draft);
  const unusedColumns = columns.filter((column) => !used.has(column));
  const mapping = toStoredMapping({
    ...draft,
    left: Object.fromEntries(unusedColumns.map((column) => [column, draft.left[column] ?? texts.editor.defaultReason])),
  });
  const facts = Object.entries(draft.facts);
  const setFacts = (changed: readonly (readonly [string, FactDraft])[]) =>
    setDraft({ ...draft, facts: Object.fromEntries(changed) });
  const run = async (request: Promise<MutationAnswer>) => {
    setMessages(errorMessages(await request));
    refresh();
  };
  return (
    <Section
      id="mapping"
      title={texts.editor.heading}
      lead={texts.editor.lead}
      aside={
        <SavedMappings
          saved={saved}
          onLoad={(savedMapping) => {
            const loaded = readSavedMapping(savedMapping);
            // Apply the mapping to the uploaded file, even if it was made for a file with another name.
            if (loaded) setDraft({ ...loaded, file: file?.name ?? loaded.file });
          }}
          onSave={(name) => run(callDesk(SaveImportMappingDocument, { name, mapping }))}
          onDelete={(id) => run(callDesk(DeleteImportMappingDocument, { id }))}
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
          <Notice tone="warning" title={texts.editor.notDone}>
            {messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        ) : null}
        <TableDetailsForm
          details={draft}
          files={files.map(({ name }) => name)}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <label className={styles.inline}>
          {texts.editor.missing}
          <input
            key={missingLine(draft)}
            className={styles.control}
            defaultValue={missingLine(draft)}
            title={texts.editor.missingHint}
            size={30}
            onBlur={({ currentTarget }) => setDraft({ ...draft, ...readMissing(currentTarget.value, columns) })}
          />
          <span>{texts.editor.missingHint}</span>
        </label>
        <FileValuesContext value={fileValues}>
          {facts.map(([name, fact], at) => (
            <FactMapping
              key={name}
              name={name}
              fact={fact}
              columns={columns}
              otherFacts={facts.flatMap(([other]) => (other === name ? [] : [other]))}
              onChange={(changed) => setFacts(facts.map((entry, index) => (index === at ? [name, changed] : entry)))}
              onRename={(newName) => {
                if (/^[A-Za-z][A-Za-z0-9]*$/.test(newName) && !(newName in draft.facts))
                  setFacts(facts.map((entry, index) => (index === at ? [newName, fact] : entry)));
              }}
              onRemove={facts.length > 1 ? () => setFacts(facts.filter((_entry, index) => index !== at)) : undefined}
            />
          ))}
        </FileValuesContext>
        <button
          type="button"
          className={styles.quiet}
          onClick={() => setFacts([...facts, [freeName(draft), blankFact('ExternalCode')]])}
        >
          {texts.editor.addFact}
        </button>
        {unusedColumns.length > 0 ? (
          <fieldset className={styles.fact}>
            <legend>{texts.editor.notImported}</legend>
            <div className={styles.lines}>
              {unusedColumns.map((column) => (
                <label key={column} className={styles.line}>
                  <code>{column}</code>
                  <input
                    className={styles.control}
                    aria-label={texts.editor.whyNotImported(column)}
                    value={draft.left[column] ?? texts.editor.defaultReason}
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
            {texts.editor.submit}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {texts.editor.cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function freeName({ facts }: MappingDraft): string {
  for (let number = Object.keys(facts).length + 1; ; number += 1) {
    const name = `fact${number}`;
    if (!(name in facts)) return name;
  }
}
