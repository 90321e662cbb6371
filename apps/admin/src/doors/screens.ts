import type { FactTypeName, TypeName } from '@chancery/codebook';
import type { OutputRow } from '../fields/outputs.ts';
import type {
  CitationPartsFragment,
  ClaimRowFragment,
  DisputedFactFragment,
  DisputeRowFragment,
  PagePartsFragment,
  RevisionPartsFragment,
  TypedDocumentString,
} from '../generated/register/graphql.ts';
import { linksDocuments, listDocuments, recordDocuments } from '../generated/register/screens.ts';

/** A page of a list of any type. */
export interface ListAnswer {
  readonly revision: RevisionPartsFragment;
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: PagePartsFragment;
    readonly nodes: readonly OutputRow[];
  };
}

export interface ListVariables {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly orderBy?: string;
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** A field of a record: whether it holds a value, and on what evidence. */
export interface FieldStateOutput {
  readonly name: string;
  readonly state: string;
  readonly grade: string | null;
  readonly corroboration: number;
}

/** A dispute with what is known of its two sides. */
export type DisputeOutput = Omit<DisputeRowFragment, 'one' | 'other'> & {
  readonly one: DisputedFactFragment;
  readonly other: DisputedFactFragment;
};

/** A record or link of any type, with the evidence that hangs on it. */
export interface RecordOutput extends OutputRow {
  readonly label: string;
  readonly evidenceStatus: string;
  readonly grade: string | null;
  readonly corroboration: number;
  readonly note: string | null;
  readonly batchLine: number | null;
  readonly batch: {
    readonly id: string;
    readonly label: string;
    readonly source: { readonly id: string; readonly label: string; readonly licence: string | null };
  } | null;
  readonly fields: readonly FieldStateOutput[];
  readonly citations: Counted<CitationPartsFragment>;
  readonly claims: Counted<ClaimRowFragment>;
  readonly disputes: Counted<DisputeOutput>;
  readonly changes: Counted<{ readonly revision: number; readonly at: string; readonly kind: string }>;
}

/** The first rows of something, and how many there are. */
export interface Counted<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

export interface RecordAnswer {
  readonly revision: RevisionPartsFragment;
  readonly record: RecordOutput | null;
}

/** The links that lead to a record: under the name of each way back a count and the first rows. */
export interface LinksAnswer {
  readonly record: OutputRow | null;
}

// The compiler compares what each printed document gives with what the generic screens read of it.
const lists = listDocuments satisfies { [Type in TypeName]: TypedDocumentString<ListAnswer, never> };
const records = recordDocuments satisfies { [Type in FactTypeName]: TypedDocumentString<RecordAnswer, never> };
const links = linksDocuments satisfies { [Type in FactTypeName]: TypedDocumentString<LinksAnswer, never> };

/** The document of the lists of a type. Its filter and order are made from the codebook, as the document is. */
export function listDocument(type: TypeName): TypedDocumentString<ListAnswer, ListVariables> {
  return lists[type] as TypedDocumentString<ListAnswer, ListVariables>;
}

/** The document of one record or link of a type, with its evidence. */
export function recordDocument(type: FactTypeName): TypedDocumentString<RecordAnswer, { id: string }> {
  return records[type] as TypedDocumentString<RecordAnswer, { id: string }>;
}

/** The document of the links that lead to a record of a type. */
export function linksDocument(type: FactTypeName): TypedDocumentString<LinksAnswer, { id: string; first: number }> {
  return links[type] as TypedDocumentString<LinksAnswer, { id: string; first: number }>;
}

/** The rows under one way back of a record. */
export function wayBack(record: OutputRow, name: string): Counted<OutputRow> {
  return record[name] as Counted<OutputRow>;
}
