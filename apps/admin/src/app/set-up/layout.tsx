import type { ReactNode } from 'react';
import { DeskTheme } from '../../features/desk-frame/desk-theme.tsx';

/** Gives the set-up page the theme of the desk. */
export default function SetUpLayout({ children }: { children: ReactNode }) {
  return <DeskTheme>{children}</DeskTheme>;
}
