'use client';

import { createContext, useEffect, useState } from 'react';
import { callDesk } from '../../../endpoints/call-desk.ts';
import { ImportFileValuesDocument, type ImportFileValuesQuery } from '../../../generated/desk/graphql.ts';

type FileValues = NonNullable<ImportFileValuesQuery['import']>['files'][number]['values'];

/** A text in a column, with the number of its rows. */
export interface ColumnText {
  readonly text: string;
  readonly rows: number;
}

/** The values of the file that is mapped; `undefined` until they are loaded. */
export const FileValuesContext = createContext<FileValues | undefined>(undefined);

/** Loads the values of a file of an import. Returns `undefined` until then, or if they cannot be loaded. */
export function useFileValues(importId: string, file: string | undefined): FileValues | undefined {
  const [files, setFiles] = useState<readonly { readonly name: string; readonly values: FileValues }[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const answer = await callDesk(ImportFileValuesDocument, { id: importId });
      if (isCurrent && answer.ok) setFiles(answer.data.import?.files ?? []);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [importId]);
  return files.find(({ name }) => name === file)?.values;
}

/**
 * Returns the texts of a column, most frequent first; with a separator, the parts of its cells. Returns none for an
 * unknown column and for one with too many different texts.
 */
export function textsOfColumn(
  values: FileValues | undefined,
  column: string,
  separator: string | undefined,
): readonly ColumnText[] {
  const texts = values?.columns.find((candidate) => candidate.column === column)?.texts ?? [];
  if (!separator) return texts;
  const parts = new Map<string, number>();
  for (const { text, rows } of texts)
    for (const part of new Set(text.split(separator).map((piece) => piece.trim())))
      if (part !== '') parts.set(part, (parts.get(part) ?? 0) + rows);
  return [...parts].map(([text, rows]) => ({ text, rows })).sort((a, b) => b.rows - a.rows);
}
