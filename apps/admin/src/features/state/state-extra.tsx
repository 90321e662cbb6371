import type { View } from '../../addresses/view.ts';
import { MembershipGroups } from '../memberships/membership-groups.tsx';
import { DyadsOfState } from './dyads-of-state.tsx';

/** The way from a state to its dealings with another, and the organizations to which it belongs on a day. */
export function StateExtra({ id, view }: { id: string; view: View }) {
  return (
    <>
      <DyadsOfState id={id} view={view} />
      <MembershipGroups shared={{ end: 'member', id }} view={view} />
    </>
  );
}
