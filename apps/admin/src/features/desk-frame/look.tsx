'use client';

import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: '3px',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: 'var(--text-xs)', sm: 'var(--text-md)', md: 'var(--text-md)' },
  components: {
    // Locking the page's scroll would write a style without the nonce.
    Modal: { defaultProps: { transitionProps: { duration: 0 }, centered: true, lockScroll: false } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 }, lockScroll: false } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
  },
});

/**
 * The nonce of the document that is shown: styles that Mantine adds later must carry it. The one that comes with a later
 * page of the same document is of another policy.
 */
function nonceOfDocument(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
}

/** Mantine with the theme of the desk. */
export function Look({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonceOfDocument() ?? nonce}>
      {children}
    </MantineProvider>
  );
}
