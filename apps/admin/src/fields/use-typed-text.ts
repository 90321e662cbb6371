'use client';

import { useState } from 'react';

interface TypedText {
  /** The text that is being typed, or else the text of the value. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** Goes back to the text of the value. */
  readonly clearTyped: () => void;
}

/** Keeps the text of an input while it is being typed. */
export function useTypedText(valueText: string): TypedText {
  const [typed, setTyped] = useState<string>();
  return { typed: typed ?? valueText, setTyped, clearTyped: () => setTyped(undefined) };
}
