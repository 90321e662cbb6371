'use client';

import { type FactTypeName, factTypeOfId, typeOf, upperSnake } from '@chancery/codebook';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { callDesk } from '../../doors/call-desk.ts';
import { DeskSearchDocument, type FactType } from '../../generated/desk/graphql.ts';
import { useWork, useWorkState } from '../changeset/work-provider.tsx';

/** A fact that a search has found. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly type: FactTypeName;
  /** Whether it is a draft of the changeset in hand. */
  readonly isNew: boolean;
}

/** What a search has come to. */
export interface FactSearch {
  readonly found: readonly Found[];
  readonly isBusy: boolean;
  readonly fault: string | undefined;
}

const none: FactSearch = { found: [], isBusy: false, fault: undefined };

/** Searches the register and the changeset in hand for facts of some types, as somebody types. */
export function useFactSearch(text: string, types: readonly FactTypeName[]): FactSearch {
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const work = useWork();
  const { serverFacts, pending } = useWorkState();
  const [answered, setAnswered] = useState<FactSearch & { readonly text: string }>({ ...none, text: '' });
  const asked = types.join();
  useEffect(() => {
    if (wanted === '') return setAnswered({ ...none, text: '' });
    const controller = new AbortController();
    search(wanted, asked.split(',') as FactTypeName[], controller.signal).then(
      (answer) => setAnswered({ ...answer, text: wanted }),
      (error: unknown) => {
        if (!controller.signal.aborted) throw error;
      },
    );
    return () => controller.abort();
  }, [wanted, asked]);
  const drafts = draftsFound();
  const there = new Set(drafts.map(({ id }) => id));
  return {
    found: [...drafts, ...answered.found.filter(({ id }) => !there.has(id))],
    isBusy: text.trim() !== answered.text,
    fault: answered.fault,
  };

  function draftsFound(): Found[] {
    const lower = text.trim().toLocaleLowerCase();
    const ids = new Set([...serverFacts.keys(), ...pending.map(({ fact }) => fact)]);
    return [...ids].flatMap((id) => {
      const type = factTypeOfId(id);
      if (!type || !types.includes(type)) return [];
      const draft = work.draft(id);
      if (draft.status !== 'new') return [];
      const label = work.nameOf(id);
      return label.toLocaleLowerCase().includes(lower) ? [{ id, label, type, isNew: true }] : [];
    });
  }
}

async function search(text: string, types: readonly FactTypeName[], signal: AbortSignal): Promise<FactSearch> {
  const pasted = factTypeOfId(text);
  if (pasted && types.includes(pasted)) {
    return {
      ...none,
      found: [{ id: text, label: `The ${typeOf(pasted).singular} with this id`, type: pasted, isNew: false }],
    };
  }
  const searched = types.filter((type) => typeOf(type).category === 'record');
  if (searched.length === 0) return none;
  const answer = await callDesk(
    DeskSearchDocument,
    { text, types: searched.map((type) => upperSnake(type) as FactType), first: 12 },
    { signal },
  );
  if (!answer.ok) return { ...none, fault: answer.error.message };
  return {
    ...none,
    found:
      answer.data.search?.nodes.flatMap(({ id, label }) => {
        const type = factTypeOfId(id);
        return type ? [{ id, label, type, isNew: false }] : [];
      }) ?? [],
  };
}
