'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The field whose evidence is shown; without a field, the fact as a whole. */
export interface FocusedField {
  readonly fact: string;
  readonly field?: string;
}

interface Focus {
  readonly focused: FocusedField;
  readonly isComposing: boolean;
  readonly focus: (on: FocusedField) => void;
  readonly compose: (on: FocusedField | undefined) => void;
}

const FocusContext = createContext<Focus | undefined>(undefined);

/** Holds which field the inspector follows. */
export function FocusProvider({ fact, children }: { readonly fact: string; readonly children: ReactNode }) {
  const [state, setState] = useState<{ focused: FocusedField; isComposing: boolean }>({
    focused: { fact },
    isComposing: false,
  });
  const focus = useMemo<Focus>(
    () => ({
      ...state,
      // While a citation is written the inspector stays where it is.
      focus: (focused) => setState((before) => (before.isComposing ? before : { focused, isComposing: false })),
      compose: (on) =>
        setState((before) => (on ? { focused: on, isComposing: true } : { ...before, isComposing: false })),
    }),
    [state],
  );
  return <FocusContext value={focus}>{children}</FocusContext>;
}

/** The field that the inspector follows; nothing where there is no inspector. */
export function useFocus(): Focus | undefined {
  return useContext(FocusContext);
}
