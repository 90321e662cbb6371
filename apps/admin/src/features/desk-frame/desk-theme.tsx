import '@mantine/core/styles.layer.css';
import './mantine.css';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ThemeProvider } from './theme-provider.tsx';

/** Adds the styles of Mantine with the design tokens of the public pages. Reads the nonce from the request headers. */
export async function DeskTheme({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return <ThemeProvider nonce={nonce}>{children}</ThemeProvider>;
}
