'use client';
import { useEffect, useState } from 'react';

/** The facts of a sealed version that the reviewer has ticked off. They are kept in the browser, version by version. */
export function useViewed(
  changeset: string,
  version: number,
): { viewed: ReadonlySet<string>; toggle: (fact: string) => void } {
  const key = `chancery.viewed.${changeset}.${version}`;
  const [viewed, setViewed] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setViewed(stored(key)), [key]);
  const toggle = (fact: string) => {
    const next = new Set(viewed);
    if (!next.delete(fact)) next.add(fact);
    setViewed(next);
    localStorage.setItem(key, JSON.stringify([...next]));
  };
  return { viewed, toggle };
}

function stored(key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []);
  } catch (error) {
    console.warn('the marks of this review could not be read', error);
    return new Set();
  }
}
