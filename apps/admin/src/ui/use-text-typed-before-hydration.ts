'use client';
import { type RefObject, useEffect } from 'react';

/**
 * Passes the text that a field has after hydration to `onValue`. If the user typed it before, the browser has kept it
 * in the field, but React has received no event.
 */
export function useTextTypedBeforeHydration(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  onValue: (value: string) => void,
): void {
  useEffect(() => {
    if (field.current) onValue(field.current.value);
  }, [field, onValue]);
}
