'use client';
import { type RefObject, useEffect } from 'react';

/**
 * Takes over what somebody wrote into a field before the page came alive: the browser keeps it in the field, and React
 * hears nothing of it.
 */
export function useTypedBefore(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  take: (value: string) => void,
): void {
  useEffect(() => {
    if (field.current) take(field.current.value);
  }, [field, take]);
}
