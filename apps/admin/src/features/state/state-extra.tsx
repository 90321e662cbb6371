import type { View } from '../../addresses/view.ts';
import { MembershipGroups } from '../memberships/membership-groups.tsx';
import { DyadsOfState } from './dyads-of-state.tsx';

/** A form for the dyads of a state, and its memberships, with their readings on the day of the page. */
export function StateExtra({ id, view }: { id: string; view: View }) {
  return (
    <>
      <DyadsOfState id={id} view={view} />
      <MembershipGroups shared={{ end: 'member', id }} view={view} />
    </>
  );
}
