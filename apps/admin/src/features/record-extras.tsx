import type { FactTypeName } from '@chancery/codebook';
import type { ReactNode } from 'react';
import type { View } from '../addresses/view.ts';
import { AgreementParticipants } from './agreement/participants.tsx';
import { OrganizationExtra } from './organization/organization-extra.tsx';
import { PlaceSovereignty } from './place/sovereignty.tsx';
import { SourceCoverage } from './sources/source-coverage.tsx';
import { StateExtra } from './state/state-extra.tsx';

/** The properties of the additional content of a record page: the id of the record, and the view of the page. */
export interface RecordExtraProps {
  readonly id: string;
  readonly view: View;
}

interface RecordExtra {
  readonly Extra: (props: RecordExtraProps) => ReactNode | Promise<ReactNode>;
  /** The names of the inverse links that `Extra` shows and that the generic sections therefore leave out. */
  readonly shows?: readonly string[];
}

/** The additional content of each type whose record page shows more than fields, evidence and links. */
const extras: { readonly [Type in FactTypeName]?: RecordExtra } = {
  Agreement: { Extra: AgreementParticipants },
  Organization: { Extra: OrganizationExtra, shows: ['members', 'organs'] },
  Place: { Extra: PlaceSovereignty },
  Source: { Extra: SourceCoverage, shows: ['coverages'] },
  State: { Extra: StateExtra, shows: ['memberships'] },
};

/** The additional content of a record page, below its fields. Renders nothing for most types. */
export function RecordExtras({ type, id, view }: RecordExtraProps & { readonly type: FactTypeName }) {
  const Extra = extras[type]?.Extra;
  return Extra ? <Extra id={id} view={view} /> : null;
}

/** Returns the names of the inverse links that the additional content of a type shows. */
export function linksOfExtras(type: FactTypeName): readonly string[] {
  return extras[type]?.shows ?? [];
}
