import { connectionSdl } from '@chancery/codebook';
import { ladderSdl } from '../computed/event-ladder.ts';
import { atRoot } from './at.ts';
import { dyadRoot, dyadSdl } from './dyad.ts';
import { dyadObligationSdl } from './dyad-obligations.ts';
import { nodeRoot, nodeSdl } from './node.ts';
import { revisionRoots, revisionSdl } from './revisions.ts';
import type { RootField } from './root-field.ts';
import { searchRoot, searchSdl } from './search.ts';
import { typeRoots } from './types.ts';

const fieldsWithPast: readonly RootField[] = [...revisionRoots, nodeRoot, dyadRoot, searchRoot, ...typeRoots];
const pastFields: ReadonlyMap<string, RootField> = new Map(fieldsWithPast.map((field) => [field.name, field]));

/** The fields of `Query` that belong to the register, by name. */
export const rootFields: ReadonlyMap<string, RootField> = new Map(
  [...fieldsWithPast, atRoot(() => pastFields)].map((field) => [field.name, field]),
);

/** SDL of the types that root fields return, other than those of the codebook. */
export const rootTypesSdl: readonly string[] = [
  revisionSdl,
  connectionSdl('Revision', 'revisions'),
  ladderSdl,
  dyadSdl,
  dyadObligationSdl,
  connectionSdl('DyadObligation', 'obligations of a dyad'),
  nodeSdl,
  searchSdl,
];
