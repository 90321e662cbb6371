'use client';

import { useState } from 'react';

/** The text of an input: what is being typed, and once that is done the text of the value. */
export function useTyped(shown: string): readonly [text: string, type: (text: string) => void, done: () => void] {
  const [typed, setTyped] = useState<string>();
  return [typed ?? shown, setTyped, () => setTyped(undefined)];
}
