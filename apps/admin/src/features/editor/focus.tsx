'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The fact and field whose evidence is shown. Without a field, the evidence of the fact as a whole is shown. */
export interface FocusedField {
  readonly fact: string;
  readonly field?: string;
}

interface Focus {
  readonly focused: FocusedField;
  readonly isComposing: boolean;
  readonly focus: (target: FocusedField) => void;
  /** Opens the citation form for a field; `undefined` closes it. */
  readonly compose: (target: FocusedField | undefined) => void;
}

const FocusContext = createContext<Focus | undefined>(undefined);

/**
 * Stores the field whose evidence the inspector shows, and whether the citation form is open. At first, the fact as a
 * whole is shown.
 */
export function FocusProvider({ fact, children }: { readonly fact: string; readonly children: ReactNode }) {
  const [state, setState] = useState<{ focused: FocusedField; isComposing: boolean }>({
    focused: { fact },
    isComposing: false,
  });
  const focus = useMemo<Focus>(
    () => ({
      ...state,
      // The inspector does not follow the focus while a citation is being written.
      focus: (focused) => setState((before) => (before.isComposing ? before : { focused, isComposing: false })),
      compose: (target) =>
        setState((before) => (target ? { focused: target, isComposing: true } : { ...before, isComposing: false })),
    }),
    [state],
  );
  return <FocusContext value={focus}>{children}</FocusContext>;
}

/**
 * Returns the focused field, and the functions that focus a field and open the citation form. Returns `undefined`
 * outside `FocusProvider`, where there is no inspector.
 */
export function useFocus(): Focus | undefined {
  return useContext(FocusContext);
}
