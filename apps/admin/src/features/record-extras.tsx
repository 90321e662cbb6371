import type { FactTypeName } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../addresses/view.ts';
import { AgreementParticipants } from './agreement/participants.tsx';
import { OrganizationExtra } from './organization/organization-extra.tsx';
import { PlaceSovereignty } from './place/sovereignty.tsx';
import { SourceCoverage } from './sources/source-coverage.tsx';
import { StateExtra } from './state/state-extra.tsx';

/** What a record page of one type is given beside the record: which record, and in which view. */
export interface RecordExtraProps {
  readonly id: string;
  readonly view: View;
}

interface RecordExtra {
  readonly Extra: (props: RecordExtraProps) => ReactNode | Promise<ReactNode>;
  /** The ways back that it shows itself, so that the generic links need not. */
  readonly shows?: readonly string[];
}

/** The types of which a record page shows more than fields, evidence and links; all others have nothing to add. */
const extras: { readonly [Type in FactTypeName]?: RecordExtra } = {
  Agreement: { Extra: AgreementParticipants },
  Organization: { Extra: OrganizationExtra, shows: ['members', 'organs'] },
  Place: { Extra: PlaceSovereignty },
  Source: { Extra: SourceCoverage, shows: ['coverages'] },
  State: { Extra: StateExtra, shows: ['memberships'] },
};

/** What the page of a record shows of its own above the generic links; nothing for most types. */
export function RecordExtras({ type, id, view }: RecordExtraProps & { readonly type: FactTypeName }) {
  const Extra = extras[type]?.Extra;
  return Extra ? <Extra id={id} view={view} /> : null;
}

/** The ways back of a type that its page shows of its own. */
export function linksOfExtras(type: FactTypeName): readonly string[] {
  return extras[type]?.shows ?? [];
}
