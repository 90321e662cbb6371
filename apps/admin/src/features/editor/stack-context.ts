'use client';

import { createContext, useContext } from 'react';

/** Opens forms on top of the form of the editor. */
export interface Stack {
  /** Opens a form for a fact that was just created, on top of the current form. */
  readonly open: (fact: string) => void;
}

/** The stack of forms that the editor has open; its provider is in stack.tsx. */
export const StackContext = createContext<Stack>({ open: () => undefined });

/** Returns the stack of the editor around a component; outside an editor, opening does nothing. */
export function useStack(): Stack {
  return useContext(StackContext);
}
