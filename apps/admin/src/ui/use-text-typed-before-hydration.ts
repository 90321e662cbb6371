'use client';
import { type RefObject, useEffect } from 'react';

/**
 * Passes the text that the user typed before hydration to `onValue`. The browser keeps it in the field, but React gets
 * no event for it.
 */
export function useTextTypedBeforeHydration(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  onValue: (value: string) => void,
): void {
  useEffect(() => {
    if (field.current) onValue(field.current.value);
  }, [field, onValue]);
}
