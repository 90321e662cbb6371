'use client';

import { useState } from 'react';

interface TypedText {
  /** The text that is being typed, or else the text of the value. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** Discards the typed text, so that the text of the value is shown. */
  readonly clearTyped: () => void;
}

/** Keeps the typed text of an input until `clearTyped` is called. Until then, a changed value does not replace it. */
export function useTypedText(valueText: string): TypedText {
  const [typed, setTyped] = useState<string>();
  return { typed: typed ?? valueText, setTyped, clearTyped: () => setTyped(undefined) };
}
