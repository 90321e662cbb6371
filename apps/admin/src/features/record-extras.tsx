import type { FactTypeName } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../addresses/view.ts';
import { AgreementParticipants } from './agreement/participants.tsx';
import { OrganizationMembers } from './organization/members.tsx';
import { PlaceSovereignty } from './place/sovereignty.tsx';
import { DyadsOfState } from './state/dyads-of-state.tsx';

/** What a record page of one type is given beside the record: which record, and in which view. */
export interface RecordExtraProps {
  readonly id: string;
  readonly view: View;
}

/** The types of which a record page shows more than fields, evidence and links; all others have nothing to add. */
const extras: { readonly [Type in FactTypeName]?: (props: RecordExtraProps) => ReactNode | Promise<ReactNode> } = {
  Agreement: AgreementParticipants,
  Organization: OrganizationMembers,
  Place: PlaceSovereignty,
  State: DyadsOfState,
};

/** What the page of a record shows of its own above the generic links; nothing for most types. */
export function RecordExtras({ type, id, view }: RecordExtraProps & { readonly type: FactTypeName }) {
  const Extra = extras[type];
  return Extra ? <Extra id={id} view={view} /> : null;
}
