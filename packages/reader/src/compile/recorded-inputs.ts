import type { TypeName } from '@chancery/codebook';
import type { FieldNode } from 'graphql';
import type { ResultRow } from './row.ts';

/** A selected field that names a fact by id or by code. */
export interface RecordedReference {
  /** The number of the field. */
  readonly number: number;
  /** The argument that is the reference, such as `a` of a dyad; undefined if the arguments of the field are. */
  readonly part?: string;
  readonly path: readonly string[];
  readonly node: FieldNode | undefined;
  /** The types that the fact may have; undefined if it may have any. */
  readonly types: readonly TypeName[] | undefined;
  /** The row of the register or of a past register, and its column that is null if the fact is not found. */
  readonly result?: { readonly row: ResultRow; readonly place: number };
}

/** A selected field that lists changes since a revision, and the row of the register or past register that has it. */
export interface RecordedSince {
  readonly number: number;
  readonly path: readonly string[];
  readonly row: ResultRow;
}

/** Arguments of an operation that can contradict themselves or the register. */
export class RecordedInputs {
  readonly references: RecordedReference[] = [];
  readonly sinces: RecordedSince[] = [];
}
