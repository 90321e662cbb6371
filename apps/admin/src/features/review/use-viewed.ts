'use client';
import { useEffect, useState } from 'react';

/**
 * Returns the facts that a reviewer has marked as viewed in a version, and a function that changes the mark of a fact.
 */
export function useViewed(
  changeset: string,
  version: number,
): { viewed: ReadonlySet<string>; toggle: (fact: string) => void } {
  const key = `chancery.viewed.${changeset}.${version}`;
  const [viewed, setViewed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setViewed(readViewed(key)), [key]);
  const toggle = (fact: string) => {
    const next = new Set(viewed);
    if (!next.delete(fact)) next.add(fact);
    setViewed(next);
    localStorage.setItem(key, JSON.stringify([...next]));
  };
  return { viewed, toggle };
}

function readViewed(key: string): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((fact) => typeof fact === 'string') : []);
  } catch (error) {
    console.warn('Could not read from the local storage which facts are viewed. None is shown as viewed.', error);
    return new Set();
  }
}
