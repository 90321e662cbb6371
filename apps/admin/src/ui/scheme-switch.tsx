'use client';

import { useEffect, useState } from 'react';
import { type Scheme, schemeAttribute, schemeKey, schemeQueries, schemes } from './color-scheme.ts';
import styles from './scheme-switch.module.css';
import { texts } from './texts.ts';

const signs: Record<Scheme, string> = { auto: '◐', light: '○', dark: '●' };

/** A button that cycles through the color schemes: system, light, dark. */
export function SchemeSwitch() {
  const [chosen, setChosen] = useState<Scheme>('auto');
  useEffect(() => {
    const scheme = storedScheme();
    setChosen(scheme);
    // The script of the document head does not run on pages that only the browser renders, such as “Page not found”.
    showScheme(scheme);
  }, []);
  const next = schemes[(schemes.indexOf(chosen) + 1) % schemes.length] ?? 'auto';
  return (
    <button
      type="button"
      className={styles.switch}
      aria-label={texts.scheme.change(chosen, next)}
      title={texts.scheme.current(chosen)}
      onClick={() => {
        applyScheme(next);
        setChosen(next);
      }}
    >
      <span aria-hidden="true">{signs[chosen]}</span> {texts.scheme.names[chosen]}
    </button>
  );
}

function storedScheme(): Scheme {
  const value = localStorage.getItem(schemeKey);
  return schemes.find((scheme) => scheme === value) ?? 'auto';
}

function applyScheme(scheme: Scheme): void {
  localStorage.setItem(schemeKey, scheme);
  showScheme(scheme);
}

function showScheme(scheme: Scheme): void {
  const isDark = scheme === 'auto' ? matchMedia(schemeQueries.dark).matches : scheme === 'dark';
  document.documentElement.setAttribute(schemeAttribute, isDark ? 'dark' : 'light');
}
