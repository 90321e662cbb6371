'use client';

import { useSyncExternalStore } from 'react';

const storageKey = 'chancery.desk.single-key-shortcuts';
const off = 'off';
const listeners = new Set<() => void>();

/** Returns true unless single-key shortcuts are switched off in this browser. */
export function areShortcutsOn(): boolean {
  return localStorage.getItem(storageKey) !== off;
}

/** Switches single-key shortcuts on or off in this browser (WCAG 2.1.4, character key shortcuts). */
export function setShortcutsOn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, off);
  for (const listener of listeners) listener();
}

/** Returns whether single-key shortcuts are on, and rerenders when any window of this browser switches them. */
export function useAreShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, areShortcutsOn, () => true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
