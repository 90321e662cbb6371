'use client';

import { createContext, useContext } from 'react';

/** Opens fact forms on top of the form of the editor. */
export interface FormStack {
  /** Opens a form for a fact that was just created, on top of the current form. */
  readonly open: (fact: string) => void;
}

/** The context with the stack of fact forms. `FormStackProvider` in form-stack.tsx provides it. */
export const FormStackContext = createContext<FormStack>({ open: () => undefined });

/** Returns the stack of fact forms of the surrounding editor. Outside an editor, its `open` does nothing. */
export function useFormStack(): FormStack {
  return useContext(FormStackContext);
}
