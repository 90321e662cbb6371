'use client';

import { type FactTypeName, factTypeOfId, typeOf, upperSnake } from '@chancery/codebook';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { callDesk } from '../../endpoints/call-desk.ts';
import { DeskSearchDocument, type FactType } from '../../generated/desk/graphql.ts';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';
import { describeMatch } from '../search/describe-match.ts';
import { texts } from './texts.ts';

/** A result of a search for facts. */
export interface FactResult {
  readonly id: string;
  readonly label: string;
  readonly type: FactTypeName;
  /** True for a fact that the current changeset creates. */
  readonly isNew: boolean;
  /** Says which code or name matched; empty if the label did. */
  readonly match: string;
}

/** The state of a search for facts. */
export interface FactSearch {
  readonly results: readonly FactResult[];
  readonly isBusy: boolean;
  /** The reason why the register was not searched, for the editor; `undefined` if it was, or if no text is typed. */
  readonly message: string | undefined;
}

const noResults: FactSearch = { results: [], isBusy: false, message: undefined };

/**
 * Searches for facts of the given types. Returns the matching new facts of the current changeset at once. Adds up to 12
 * records of the register by name or code, 150 ms after the last keystroke. If the text is the id of a fact, adds this
 * fact instead, without checking that it exists.
 */
export function useFactSearch(text: string, types: readonly FactTypeName[]): FactSearch {
  const [query] = useDebouncedValue(text.trim(), 150);
  const work = useWork();
  const { serverFacts, pending } = useWorkState();
  const [published, setPublished] = useState<FactSearch & { readonly text: string }>({ ...noResults, text: '' });
  const typeList = types.join();
  useEffect(() => {
    if (query === '') return setPublished({ ...noResults, text: '' });
    const controller = new AbortController();
    search(query, typeList.split(',') as FactTypeName[], controller.signal).then(
      (answer) => setPublished({ ...answer, text: query }),
      (error: unknown) => {
        if (!controller.signal.aborted) throw error;
      },
    );
    return () => controller.abort();
  }, [query, typeList]);
  const drafts = matchingDrafts();
  const draftIds = new Set(drafts.map(({ id }) => id));
  return {
    results: [...drafts, ...published.results.filter(({ id }) => !draftIds.has(id))],
    isBusy: text.trim() !== published.text,
    message: published.message,
  };

  function matchingDrafts(): FactResult[] {
    const lower = text.trim().toLocaleLowerCase();
    const ids = new Set([...serverFacts.keys(), ...pending.map(({ fact }) => fact)]);
    return [...ids].flatMap((id) => {
      const type = factTypeOfId(id);
      if (!type || !types.includes(type)) return [];
      const draft = work.draft(id);
      if (draft.status !== 'new') return [];
      const label = work.nameOf(id);
      return label.toLocaleLowerCase().includes(lower) ? [{ id, label, type, isNew: true, match: '' }] : [];
    });
  }
}

async function search(text: string, types: readonly FactTypeName[], signal: AbortSignal): Promise<FactSearch> {
  const pastedType = factTypeOfId(text);
  if (pastedType && types.includes(pastedType)) {
    return {
      ...noResults,
      results: [
        { id: text, label: texts.factWithId(typeOf(pastedType).singular), type: pastedType, isNew: false, match: '' },
      ],
    };
  }
  const recordTypes = types.filter((type) => typeOf(type).category === 'record');
  if (recordTypes.length === 0) return { ...noResults, message: texts.linksById };
  const answer = await callDesk(
    DeskSearchDocument,
    { text, types: recordTypes.map((type) => upperSnake(type) as FactType), first: 12 },
    { signal },
  );
  if (!answer.ok) return { ...noResults, message: answer.error.message };
  return {
    ...noResults,
    results:
      answer.data.search?.edges.flatMap(({ node: { id, label }, ...match }) => {
        const type = factTypeOfId(id);
        return type ? [{ id, label, type, isNew: false, match: describeMatch(match) }] : [];
      }) ?? [],
  };
}
