'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session/session-provider.tsx';
import type { Draft } from './draft.ts';
import { Work } from './work.ts';
import type { WorkState } from './work-state.ts';

const WorkContext = createContext<Work | undefined>(undefined);

/**
 * Provides the editor's work to the desk. Stores unsaved input when the page is left, and sends pending operations when
 * the browser is online again.
 */
export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const { me } = useSession();
  const [work] = useState(() => new Work(me.id));
  useEffect(() => {
    void work.start();
    const storeInput = () => work.storeInput();
    const save = () => void work.flush();
    window.addEventListener('pagehide', storeInput);
    window.addEventListener('beforeunload', storeInput);
    window.addEventListener('online', save);
    return () => {
      window.removeEventListener('pagehide', storeInput);
      window.removeEventListener('beforeunload', storeInput);
      window.removeEventListener('online', save);
    };
  }, [work]);
  return <WorkContext value={work}>{children}</WorkContext>;
}

/**
 * Returns the editor's work, which reads and changes the current changeset.
 * @throws Error outside `WorkProvider`.
 */
export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('useWork must be used inside WorkProvider');
  return work;
}

/** Returns the state of the editor's work, and rerenders when it changes. */
export function useWorkState(): WorkState {
  const work = useWork();
  return useSyncExternalStore(work.subscribe, work.state, work.state);
}

/** Returns a fact as it will be after the merge of the changeset, and rerenders when it changes. */
export function useDraft(id: string): Draft {
  const work = useWork();
  const draft = () => work.draft(id);
  return useSyncExternalStore(work.subscribe, draft, draft);
}

/** Returns the label of a published or new fact; an ellipsis until it is loaded, and an empty string without an id. */
export function useLabel(id: string | undefined): string {
  const work = useWork();
  const getLabel = () => (id === undefined ? '' : work.nameOf(id));
  const label = useSyncExternalStore(work.subscribe, getLabel, getLabel);
  useEffect(() => {
    if (id !== undefined && label === '…') void work.loadLabels([id]);
  }, [work, id, label]);
  return label;
}
