'use client';

import { createContext, useContext } from 'react';

/** The forms that are open on top of the form of the editor. */
export interface Stack {
  /** Opens a form for a fact that was just created, on top of the current form. */
  readonly open: (fact: string) => void;
}

/** The context of the stack. `StackProvider` in stack.tsx provides it. */
export const StackContext = createContext<Stack>({ open: () => undefined });

/** Returns the stack of the editor that a component is in. Outside an editor, `open` does nothing. */
export function useStack(): Stack {
  return useContext(StackContext);
}
