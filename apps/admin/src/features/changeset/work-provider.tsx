'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session/session-provider.tsx';
import type { Draft } from './draft.ts';
import { Work } from './work.ts';
import type { WorkState } from './work-state.ts';

const WorkContext = createContext<Work | undefined>(undefined);

/** Holds the work in hand for everything at the desk, and sees that none of it is lost. */
export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const { me } = useSession();
  const [work] = useState(() => new Work(me.id));
  useEffect(() => {
    void work.start();
    const hold = () => work.hold();
    const goOn = () => void work.flush();
    window.addEventListener('pagehide', hold);
    window.addEventListener('beforeunload', hold);
    window.addEventListener('online', goOn);
    return () => {
      window.removeEventListener('pagehide', hold);
      window.removeEventListener('beforeunload', hold);
      window.removeEventListener('online', goOn);
    };
  }, [work]);
  return <WorkContext value={work}>{children}</WorkContext>;
}

/**
 * The work in hand, to be changed.
 * @throws Error outside the desk.
 */
export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('the work in hand is asked for outside the desk');
  return work;
}

/** What the desk shows of the work in hand. */
export function useWorkState(): WorkState {
  const work = useWork();
  return useSyncExternalStore(work.subscribe, work.state, work.state);
}

/** A fact as it will be once the changeset is merged. */
export function useDraft(id: string): Draft {
  const work = useWork();
  const draft = () => work.draft(id);
  return useSyncExternalStore(work.subscribe, draft, draft);
}

/** What a fact is called, drafts included; an ellipsis until that is known. */
export function useLabel(id: string | undefined): string {
  const work = useWork();
  const label = () => (id === undefined ? '' : work.nameOf(id));
  const known = useSyncExternalStore(work.subscribe, label, label);
  useEffect(() => {
    if (id !== undefined && known === '…') void work.name([id]);
  }, [work, id, known]);
  return known;
}
