import { atRoot } from './at.ts';
import { dyadRoot } from './dyad.ts';
import { nodeRoot } from './node.ts';
import { revisionRoots } from './revisions.ts';
import type { RootField } from './root-field.ts';
import { searchRoot } from './search.ts';
import { typeRoots } from './types.ts';

const fieldsWithPast: readonly RootField[] = [...revisionRoots, nodeRoot, dyadRoot, searchRoot, ...typeRoots];
const pastFields: ReadonlyMap<string, RootField> = new Map(fieldsWithPast.map((field) => [field.name, field]));

/** The root fields of the register at the head, by name. */
export const rootFields: ReadonlyMap<string, RootField> = new Map(
  [...fieldsWithPast, atRoot(() => pastFields)].map((field) => [field.name, field]),
);
