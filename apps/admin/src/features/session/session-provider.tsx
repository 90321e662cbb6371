'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '../../generated/desk/graphql.ts';

/** Whoever is signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Who is at the desk, and how the desk is set. */
export interface Session {
  readonly me: Person;
  /** Whether the desk is of one person, who approves their own work. */
  readonly solo: boolean;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Tells everything within it who is signed in. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/**
 * Who is signed in.
 * @throws Error outside the desk.
 */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a session is asked for outside the desk');
  return session;
}

const ranks: readonly Role[] = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'];

/** Whether a role includes another: admins are editors, editors are contributors. */
export function isAtLeast(role: Role, asked: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(asked);
}
