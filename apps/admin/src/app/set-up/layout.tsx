import type { ReactNode } from 'react';
import { DeskLook } from '../../features/desk-frame/desk-look.tsx';

/** The set-up page looks like the desk. */
export default function SetUpLayout({ children }: { children: ReactNode }) {
  return <DeskLook>{children}</DeskLook>;
}
