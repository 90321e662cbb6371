'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Role, SecondFactorState } from '../../generated/desk/graphql.ts';

/** The signed-in person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly secondFactor: SecondFactorState;
}

/** The signed-in person and the settings of the desk. */
export interface Session {
  readonly me: Person;
  /** True when people may approve their own changesets. */
  readonly solo: boolean;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Makes a session available to `useSession` in its children. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/**
 * Returns the session of the signed-in person.
 * @throws Error outside `SessionProvider`.
 */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession must be used inside SessionProvider');
  return session;
}

const ranks: readonly Role[] = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'];

/**
 * Returns true if `role` has all permissions of `required`: admins have those of editors, editors those of
 * contributors.
 */
export function isAtLeast(role: Role, required: Role): boolean {
  return ranks.indexOf(role) >= ranks.indexOf(required);
}
