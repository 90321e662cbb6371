import '@mantine/core/styles.layer.css';
import './mantine.css';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Look } from './look.tsx';

/** The look of the desk: Mantine's components in the tokens of the public pages. */
export async function DeskLook({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? '';
  return <Look nonce={nonce}>{children}</Look>;
}
