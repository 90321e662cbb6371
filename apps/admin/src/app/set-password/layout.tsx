import type { ReactNode } from 'react';
import { DeskTheme } from '../../features/desk-frame/desk-theme.tsx';

/** Gives the page of invitations and reset links the theme of the desk. */
export default function SetPasswordLayout({ children }: { children: ReactNode }) {
  return <DeskTheme>{children}</DeskTheme>;
}
