'use client';

import { useEffect, useState } from 'react';
import { type Scheme, schemeAttribute, schemeKey, schemes } from './colour-scheme.ts';
import styles from './scheme-switch.module.css';

const words: Record<Scheme, string> = { auto: 'System', light: 'Light', dark: 'Dark' };
const signs: Record<Scheme, string> = { auto: '◐', light: '○', dark: '●' };

/** A button that cycles through the colour schemes: system, light, dark. */
export function SchemeSwitch() {
  const [chosen, setChosen] = useState<Scheme>('auto');
  useEffect(() => setChosen(storedScheme()), []);
  const next = schemes[(schemes.indexOf(chosen) + 1) % schemes.length] ?? 'auto';
  return (
    <button
      type="button"
      className={styles.switch}
      aria-label={`Colours: ${words[chosen]}. Change to ${words[next]}.`}
      title={`Colours: ${words[chosen]}`}
      onClick={() => {
        applyScheme(next);
        setChosen(next);
      }}
    >
      <span aria-hidden="true">{signs[chosen]}</span> {words[chosen]}
    </button>
  );
}

function storedScheme(): Scheme {
  const value = localStorage.getItem(schemeKey);
  return schemes.find((scheme) => scheme === value) ?? 'auto';
}

function applyScheme(scheme: Scheme): void {
  localStorage.setItem(schemeKey, scheme);
  const isDark = scheme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : scheme === 'dark';
  document.documentElement.setAttribute(schemeAttribute, isDark ? 'dark' : 'light');
}
